declare module 'virtual:outline' {
  /** Closed SVG paths in tenths of a degree. */
  export const land: string;
  /** Lines between countries, as Natural Earth has them. */
  export const borders: string;
}
declare module '@zazuko/yasqe/build/yasqe.min.css';
