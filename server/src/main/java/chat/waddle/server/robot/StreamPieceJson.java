package chat.waddle.server.robot;

import chat.waddle.ids.MessageId;

/// How far a message has come that a robot writes.
///
/// @param sequence of its last piece
record StreamPieceJson(MessageId messageId, int sequence) {}
