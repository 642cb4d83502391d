import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { runCommandLine } from '../../src/cli/run';

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A working folder of its own for a test, and the command line in it. */
export class Workspace {
  readonly folder: string;
  readonly today = '2026-11-24';

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.folder = mkdtempSync(path.join(tmpdir(), 'dataweir-cli-'));
    for (const [file, text] of Object.entries(files)) this.write(file, text);
    open.push(this);
  }

  write(file: string, text: string | Uint8Array): void {
    const target = this.path(file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  copy(from: string, to: string): void {
    cpSync(from, this.path(to));
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  has(file: string): boolean {
    return existsSync(this.path(file));
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  async run(...argv: string[]): Promise<Answer> {
    let out = '';
    let err = '';
    const code = await runCommandLine(argv, {
      cwd: this.folder,
      today: this.today,
      color: false,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    });
    return { code, out, err };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const open: Workspace[] = [];

/** Call in each file that opens workspaces. */
export function removeWorkspaces(): void {
  afterEach(() => {
    for (const workspace of open.splice(0)) workspace.remove();
  });
}

/** A design with one error, one warning that a quick fix mends, and nothing else to report. */
export const design = (rest = ''): string => `{
  "version": 1,
  "name": "x",
  "architecture": { "region": "eu-west-1", "iac": "cdk", "versionControl": true, "trail": { "enabled": true, "multiRegion": true, "validation": true, "locked": true } },
  "data": [
    { "id": "clicks", "name": "Clicks", "totalGB": 60, "dailyGB": 4, "retentionDays": 365, "hotDays": 30, "classification": "internal", "owner": "web", "pii": false }
  ],
  "nodes": [
    { "id": "lake", "kind": "s3", "label": "Lake", "data": ["clicks"], "confirmed": true }
  ],
  "edges": [
    { "id": "lost", "from": "nowhere", "to": "lake" }
  ]${rest}
}
`;
