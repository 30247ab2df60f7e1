/** A file of Promela, as its text. The bundler goes by the attribute of the import, vitest by the `?raw`. */
declare module '*.pml?raw' {
  const text: string;
  export default text;
}
