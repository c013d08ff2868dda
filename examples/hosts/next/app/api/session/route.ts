export { endSession as DELETE, startSession as POST } from "../../../../common/server.ts";
