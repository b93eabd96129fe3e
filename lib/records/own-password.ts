// A person changes their password. The database ends every session they have with it, this one too; whoever knew the old
// password goes on as a new session, under a new token.
import "server-only";
import { hasFactor } from "@/lib/auth/factors";
import { requireFreshFactor } from "@/lib/auth/fresh";
import { problemOf } from "@/lib/auth/new-password";
import { hashPassword } from "@/lib/auth/password";
import { checkSignature } from "@/lib/auth/signature";
import type { Viewer } from "@/lib/auth/viewer";
import type { PasswordChange } from "@/lib/schemas/account";
import { Unfit } from "./problems";
import { audit, inScope } from "./scope";

export async function changePassword(viewer: Viewer, { password, next }: PasswordChange): Promise<void> {
  const { userId, name, email, organisation } = viewer;
  await requireFreshFactor(viewer);
  await checkSignature(viewer, password);
  if (next.normalize("NFC") === password.normalize("NFC")) throw new Unfit({ next: "This is the password you have. Choose another." });
  const problem = problemOf(next, { known: [name, email, organisation.name], factor: await hasFactor(userId) });
  if (problem !== null) throw new Unfit({ next: problem });
  const passwordHash = await hashPassword(next);
  await inScope(viewer, async (tx) => {
    // Raw: of a person the application may read everything but write this one column.
    await tx.$executeRaw`UPDATE app_user SET password_hash = ${passwordHash} WHERE id = ${userId}::uuid`;
    await audit(tx, viewer, "password-changed", { subject: "app_user", subjectId: userId });
  });
}
