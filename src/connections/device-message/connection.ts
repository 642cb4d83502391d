import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'device-message',
  summary: 'A device publishes over MQTT or HTTPS with its own certificate.',
  pairs: [
    {
      from: 'source.iot-device',
      to: 'iot-core',
      way: 'native',
      pattern: 'MQTT or HTTPS, X.509 certificate',
      permissions: [
        { role: 'device policy', holder: 'outside', on: 'to', grant: 'role', actions: ['iot:Connect', 'iot:Publish'] },
      ],
    },
  ],
});
