using CustomerValue.Customers;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Liability;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using NodaTime;

namespace CustomerValue.Loyalty.Overview;

/// <summary>A programme at an instant as its owner wants to see it: balances, tiers, what came and went, what expires soon, what is owed, and what was refused.</summary>
public sealed record LoyaltyOverview
{
    private LoyaltyOverview()
    {
    }

    /// <summary>The version of the programme that is in force at the instant, or the nearest one.</summary>
    public required LoyaltyProgram Program { get; init; }

    /// <summary>The instant.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Its civil day in the programme's zone.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>How many members there are, without those who were merged into others or erased.</summary>
    public required int Members { get; init; }

    /// <summary>The wallets of all versions.</summary>
    public required IReadOnlyList<WalletOverview> Wallets { get; init; }

    /// <summary>The tiers, or null where the programme has none.</summary>
    public TierOverview? Tiers { get; init; }

    /// <summary>What was refused, the most frequent reason first.</summary>
    public required IReadOnlyList<RefusedEvents> Refused { get; init; }

    /// <summary>Whether lots and accounts of every wallet with a value say the same.</summary>
    public bool IsReconciled => Wallets.All(wallet => wallet.Liability is not { Reconciliation.Holds: false });

    /// <summary>Looks at a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="asOf">The instant; what happened later does not count.</param>
    /// <param name="refused">The refusals that the ledger answered with, in their order; null for none. A ledger keeps no list of them.</param>
    /// <param name="breakage">Where breakage is taken from; null to estimate it from the journal, by wallet.</param>
    public static LoyaltyOverview Of(LoyaltyLedger ledger, Instant asOf, IEnumerable<Rejection>? refused = null, BreakageCurves? breakage = null)
    {
        if (ledger is null)
            throw new ArgumentNullException(nameof(ledger));
        CompiledProgram program = ledger.Programs.Nearest(asOf);
        IReadOnlyList<CustomerId> members = ledger.OwnMembers;
        return new()
        {
            Program = program.Program,
            AsOf = asOf,
            Day = program.Calendar.DateOf(asOf),
            Members = members.Count,
            Wallets = [.. ledger.Wallets.Select(wallet => WalletOverview.Of(ledger, wallet, members.Count(member => ledger.Balance(member, asOf, wallet.Id).Available > 0), asOf, program.Calendar, breakage))],
            Tiers = TierOverview.Of(ledger, members, asOf, program.Calendar),
            Refused = [.. (refused ?? []).GroupBy(each => each.Error).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).Select(same => new RefusedEvents(same.Key, same.Count(), same.First().Message))],
        };
    }
}
