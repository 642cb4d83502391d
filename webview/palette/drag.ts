/** Type under which a palette entry travels while it is dragged; its value is the kind. */
export const paletteDragType = 'application/x-dataweir-kind';
