using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Json.Reading;

/// <summary>Reads an example of a rule: an event of the kind that the rule listens to, whose key and member need no names, and the points expected.</summary>
internal static class LoyaltyExampleReader
{
    public static RuleExample? Read(StrictObject fields, string on)
    {
        LoyaltyEvent? given = fields["given"].Object(part => LoyaltyEventReader.Example(part, on));
        MemberProfile member = fields["member"].IsMissing ? MemberProfile.Unknown : fields["member"].Object(LoyaltyEventReader.Profile) ?? MemberProfile.Unknown;
        string? tier = fields["tier"].TextOrNull();
        StrictValue expect = fields["expect"];
        if (expect.IsMissing)
            expect.Reject("points by wallet, such as {\"PTS\":\"100\"}");
        IReadOnlyDictionary<string, decimal> points = LoyaltyProgramReader.Decimals(expect);
        return given is null ? null : new RuleExample { Given = given, Member = member, Tier = tier, Expect = points };
    }
}
