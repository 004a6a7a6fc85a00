package chat.waddle.channel;

/// The two sides of an overwrite. Immutable.
///
/// @param inherited whether it stands in the channel's category, not in the channel
record OverwriteBits(long allow, long deny, boolean inherited) {
    static final OverwriteBits NONE = new OverwriteBits(0, 0, false);

    long applyTo(long permissions) {
        return (permissions & ~deny) | allow;
    }

    OverwriteBits and(OverwriteBits other) {
        return new OverwriteBits(allow | other.allow, deny | other.deny, inherited && other.inherited);
    }

    OverwriteBits asInherited() {
        return new OverwriteBits(allow, deny, true);
    }
}
