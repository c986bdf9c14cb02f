namespace CustomerValue.Simulation;

/// <summary>Asks some buyers what they spend with all retailers.</summary>
internal static class WalletQuestion
{
    private const double AskedShare = 0.25;

    public static SimulatedWalletAnswer? Ask(Random random, SimulatedTruth customer)
    {
        if (!random.Chance(AskedShare) || customer.IsProspect)
            return null;
        double unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, customer.Wallet))) - 1);
        return new SimulatedWalletAnswer { Customer = customer.Customer, YearlySpend = Math.Max(1, Math.Round(Math.Round(customer.Wallet / unit) * unit, 1)) };
    }
}
