/** The path of a Chromium; installs one where there is none and the system allows it. */
export function findOrInstallChromium(): Promise<string>;
