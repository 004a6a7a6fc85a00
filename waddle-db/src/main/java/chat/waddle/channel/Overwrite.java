package chat.waddle.channel;

/// What one role or member may do otherwise in one place. Immutable.
///
/// @param subjectId the public id of the role or account
/// @param allow bits that are given here, whatever the roles say; see [chat.waddle.community.Permission]
/// @param deny bits that are taken here
public record Overwrite(OverwriteSubject subject, long subjectId, long allow, long deny) {}
