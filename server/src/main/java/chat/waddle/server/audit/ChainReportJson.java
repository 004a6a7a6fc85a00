package chat.waddle.server.audit;

import chat.waddle.chain.ChainCheck;
import org.jspecify.annotations.Nullable;

/// Whether an audit log is whole. `brokenAt` is the first entry that was changed or follows a missing one; `redacted`
/// ones have lost their words to an erasure; `head` is
/// the hash of the last entry, to be kept elsewhere and compared later.
record ChainReportJson(
        boolean intact,
        long entries,
        long unchained,
        long redacted,
        @Nullable String brokenAt,
        String head) {
    static ChainReportJson of(ChainCheck.Report report) {
        Long broken = report.brokenAt();
        return new ChainReportJson(
                broken == null,
                report.lines(),
                report.unchained(),
                report.redacted(),
                broken == null ? null : Long.toString(broken),
                report.head());
    }
}
