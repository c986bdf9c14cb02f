using CustomerValue.InfluenceValue.Referrals;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class CausalShareSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        CausalShare share = CausalShare.OfExperiment(invited: 2_000, joinedOfInvited: 300, heldOut: 1_000, joinedOfHeldOut: 60);
        Console.WriteLine(share.Reason);
        Console.WriteLine($"λ = {share.Rounded}, from {share.Low:F3} to {share.High:F3}");
        ReferralLedgerOptions options = new() { CausalShare = share.Rounded ?? 0.4m };
        // end of sample
        Assert.Equal(0.6m, options.CausalShare);
    }
}
