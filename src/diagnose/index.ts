export type { DiagnoseScimMeOptions } from "./DiagnoseScimMeOptions.js";
export { diagnoseScimMe } from "./diagnoseScimMe.js";
export type { Check, Finding } from "./Finding.js";
