using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Simulation;

/// <summary>
/// A retailer that never was, and of which everything is known: profiles, purchases, referrals and survey answers, and the truth behind them.
/// Purchases are drawn from the exact processes of the lifetime models, so fits and scores can be held against <see cref="Truth"/>. Immutable.
/// </summary>
public sealed class SimulatedRetailer
{
    internal SimulatedRetailer(
        SimulatedRetailerOptions options,
        IReadOnlyList<CustomerProfile> profiles,
        IReadOnlyList<Purchase> purchases,
        IReadOnlyList<SimulatedReferral> referrals,
        IReadOnlyList<SimulatedSurvey> surveys,
        IReadOnlyList<SimulatedInvitation> invitations,
        IReadOnlyList<SimulatedWalletAnswer> walletAnswers,
        IReadOnlyList<SimulatedTruth> truth)
    {
        Options = options;
        Profiles = profiles;
        Purchases = purchases;
        Referrals = referrals;
        Surveys = surveys;
        Invitations = invitations;
        WalletAnswers = walletAnswers;
        Truth = truth;
    }

    /// <summary>The currency of all purchases: CNY.</summary>
    public static Currency Currency { get; } = new("CNY");

    /// <summary>The statements of the survey: twelve, four for each of three factors, one of the four reversed.</summary>
    public static IReadOnlyList<SimulatedSurveyItem> SurveyItems => SurveyBattery.Items;

    /// <summary>What was asked for.</summary>
    public SimulatedRetailerOptions Options { get; }

    /// <summary>One profile a customer, prospects too, by id; the names of the attributes are in <see cref="SimulatedAttributes"/>.</summary>
    public IReadOnlyList<CustomerProfile> Profiles { get; }

    /// <summary>
    /// The lines of all orders, by customer and day. Lines of one order share order, day and channel; orders of one day stay apart.
    /// Refunds are negative, name the order, and come 1 to 14 days after it: where goods come back, the cost and quantity are negative too;
    /// where only the price was lowered, they are 0.
    /// </summary>
    public IReadOnlyList<Purchase> Purchases { get; }

    /// <summary>Who brought whom, by the id of the one who came.</summary>
    public IReadOnlyList<SimulatedReferral> Referrals { get; }

    /// <summary>The answers of those who took part, three in five of the buyers, by id.</summary>
    public IReadOnlyList<SimulatedSurvey> Surveys { get; }

    /// <summary>The friends whom customers named, invited and held back, by who named them and day. The invited are those of <see cref="SimulatedAttributes.InvitationsSent"/>.</summary>
    public IReadOnlyList<SimulatedInvitation> Invitations { get; }

    /// <summary>What a quarter of the buyers say they spend with all retailers, by id.</summary>
    public IReadOnlyList<SimulatedWalletAnswer> WalletAnswers { get; }

    /// <summary>The truth about every customer, in the order of <see cref="Profiles"/>.</summary>
    public IReadOnlyList<SimulatedTruth> Truth { get; }

    /// <summary>Simulates a retailer. Equal options give an equal retailer on every run.</summary>
    /// <param name="options">What to simulate; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the simulation.</param>
    /// <exception cref="DataRejectedException">Options are out of range; names every one.</exception>
    public static SimulatedRetailer Simulate(SimulatedRetailerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatedRetailerOptions();
        IReadOnlyList<DataProblem> problems = options.Validate();
        if (problems.Count > 0)
            throw new DataRejectedException(problems);

        return new RetailSimulation(options).Run(cancellationToken);
    }
}
