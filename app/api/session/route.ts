import { route } from "@/app/api/answer";
import { secondsLeft } from "@/lib/auth/sign-ins";

// How long the session still lasts. Asked by a person ("Stay signed in") it begins its idle time anew; asked by a page
// that nobody touches (x-unattended) it does not.
export const POST = route(null, null, async ({ viewer }) => ({ data: { seconds: await secondsLeft(viewer.signInId) } }));
