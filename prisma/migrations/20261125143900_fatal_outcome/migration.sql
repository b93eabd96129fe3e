-- An event may end in death: the one outcome of ICH E2B(R3) that was missing.
ALTER TYPE "EventOutcome" ADD VALUE 'fatal' BEFORE 'unknown';
