export { endSession as DELETE, startSession as POST } from "../../../../shared/server.ts";
