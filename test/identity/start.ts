import { startDemo } from "./startDemo.ts";

startDemo(process.env.APP_ORIGIN ?? "http://localhost:5173").catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
