using CustomerValue.Loyalty.Events;

namespace CustomerValue.Loyalty.Ledger.Bytes;

/// <summary>What is known of a person as bytes.</summary>
internal static class ProfileBytes
{
    public static void Write(MemberProfile profile, ByteWriter bytes) => bytes.Day(profile.Birthday).Time(profile.BirthdayVerifiedAt)
        .Pairs(profile.Attributes).Pairs(profile.Segments).Pairs(profile.IdentityHashes);

    public static MemberProfile Read(ReadOnlySpan<byte> written)
    {
        ByteReader bytes = new(written);
        return new()
        {
            Birthday = bytes.Day(),
            BirthdayVerifiedAt = bytes.TimeOrNull(),
            Attributes = bytes.Pairs(),
            Segments = bytes.Pairs(),
            IdentityHashes = bytes.Pairs(),
        };
    }
}
