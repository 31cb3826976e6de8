declare module 'virtual:outline' {
  /** Closed SVG paths. */
  export const land: string;
  /** Lines between countries, as Natural Earth has them. */
  export const borders: string;
  /** Units of the paths to a degree of longitude and of latitude (which grows to the south). */
  export const across: number;
  export const units: number;
}
