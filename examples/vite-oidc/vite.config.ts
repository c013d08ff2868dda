import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // The provider knows this origin, so another port would not do.
  server: { port: 5173, strictPort: true },
  preview: { port: 5173, strictPort: true },
  build: { rolldownOptions: { input: ["index.html", "silent-callback.html"] } },
});
