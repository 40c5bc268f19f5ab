/** The half of the PDF reader that otherwise runs in a worker of its own; it comes without types, and only its being there matters. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
