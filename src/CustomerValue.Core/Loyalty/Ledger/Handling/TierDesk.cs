using CustomerValue.Loyalty.Ledger.State;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Tiers;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Members' tiers at instants.</summary>
internal static class TierDesk
{
    /// <summary>A member's tier at an instant, and why.</summary>
    public static TierState StateOf(LedgerSetup setup, LedgerBooks books, MemberState state, CompiledProgram program, TierScheme tiers, Instant at)
    {
        decimal spendable = 0;
        if (tiers.Basis == TierBasis.SpendableBalance && setup.FindWallet(tiers.Wallet) is >= 0 and var wallet)
        {
            // What is left then, whatever was earned and spent later.
            spendable = books.AvailableAt(state, wallet, at);
            for (int scale = 0; scale < setup.Wallets[wallet].Scale; scale++)
                spendable /= 10;
        }

        return state.Tier.StateAt(state, tiers, program.Calendar, at, spendable);
    }
}
