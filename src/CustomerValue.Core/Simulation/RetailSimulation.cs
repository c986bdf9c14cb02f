using System.Globalization;
using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Simulation;

/// <summary>
/// One run. Customers are made in the order of their numbers, each from streams of their own; only accepted invitations reach from one to
/// the next: the next customers to be made are the friends who accepted, first come first served, and else strangers. So the first n
/// customers never depend on how many follow.
/// </summary>
internal sealed class RetailSimulation(SimulatedRetailerOptions options)
{
    private readonly List<CustomerProfile> profiles = [];
    private readonly List<Purchase> purchases = [];
    private readonly List<SimulatedReferral> referrals = [];
    private readonly List<SimulatedSurvey> surveys = [];
    private readonly List<SimulatedInvitation> invitations = [];
    private readonly List<SimulatedWalletAnswer> walletAnswers = [];
    private readonly List<SimulatedTruth> truth = [];
    private readonly Queue<Invitation> accepted = new();

    public SimulatedRetailer Run(CancellationToken cancellationToken)
    {
        for (int number = 1; number <= options.Customers; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddCustomer(number, accepted.Count > 0 ? accepted.Dequeue() : null);
        }

        return new SimulatedRetailer(options, profiles, purchases, referrals, surveys, invitations, walletAnswers, truth);
    }

    private void AddCustomer(int number, Invitation? invitation)
    {
        Random Stream(Topic topic) => Draw.Stream(options.Seed, number, topic);

        Random random = Stream(Topic.Traits);
        double organicJoin = random.NextDouble() * (options.AcquisitionDays ?? options.Days);
        double joins = invitation?.Joins ?? organicJoin;
        CustomerId id = new("C" + number.ToString("0000000", CultureInfo.InvariantCulture));
        SimulatedTruth customer = Traits.Draw(random, options, id, Day(joins), invitation?.IsDecisive);
        IReadOnlyList<double> orderTimes = [];
        if (!customer.IsProspect)
            (customer, orderTimes) = Buy(Stream(Topic.Purchases), customer, joins);

        AddOrders(Stream(Topic.Orders), Stream(Topic.Refunds), customer, orderTimes);
        Random profile = Stream(Topic.Profile);
        int district = Places.DrawDistrict(profile, invitation?.District);
        List<NamedFriend> named = [];
        (int sent, IReadOnlyList<Invitation> friends) = Invitations.Make(Stream(Topic.Invitations), options, customer, district, orderTimes, named);
        Invitations.HoldBack(Stream(Topic.HeldBack), options, customer, orderTimes, named);
        foreach (Invitation friend in friends)
            accepted.Enqueue(friend);
        AddProfile(profile, customer, district, sent);
        if (invitation is not null)
            referrals.Add(new SimulatedReferral { Referrer = invitation.Referrer, Referred = id, Date = customer.Joined });
        if (Surveys.Ask(Stream(Topic.Survey), options, customer) is { } survey)
            surveys.Add(survey);
        if (WalletQuestion.Ask(Stream(Topic.Wallet), customer) is { } answer)
            walletAnswers.Add(answer);
        foreach (NamedFriend friend in named.OrderBy(friend => friend.Named))
            invitations.Add(new SimulatedInvitation { Inviter = id, Day = Day(friend.Named), IsHeldBack = friend.IsHeldBack, Joined = friend.Joins is double day ? Day(day) : null });
        truth.Add(customer);
    }

    private (SimulatedTruth Customer, IReadOnlyList<double> OrderTimes) Buy(Random random, SimulatedTruth customer, double joins)
    {
        double unit = options.Buying.Unit.Days();
        (IReadOnlyList<double> times, bool alive) =
            BuyingProcess.Draw(random, options.Buying, customer.PurchaseRate, customer.DropoutProbability, (options.Days - joins) / unit);
        double[] orderTimes = times.Select(time => joins + (time * unit)).ToArray();
        LocalDate? left = alive ? null : Day(orderTimes[orderTimes.Length - 1]);
        return (customer with { IsAlive = alive, Left = left }, orderTimes);
    }

    private void AddOrders(Random orders, Random refunds, SimulatedTruth customer, IReadOnlyList<double> orderTimes)
    {
        List<Purchase> lines = [];
        for (int i = 0; i < orderTimes.Count; i++)
        {
            string name = string.Format(CultureInfo.InvariantCulture, "{0}-{1}", customer.Customer, i + 1);
            long cents = SpendProcess.DrawCents(orders, options.Spend, customer.MeanSpend);
            IReadOnlyList<Purchase> order = Orders.Make(orders, customer, name, Day(orderTimes[i]), cents);
            lines.AddRange(order);
            lines.AddRange(Refunds.Make(refunds, options, order));
        }

        purchases.AddRange(lines.OrderBy(line => line.Date));
    }

    private void AddProfile(Random random, SimulatedTruth customer, int district, int invitationsSent)
    {
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        Demographics.Describe(random, options, customer, attributes);
        Places.Describe(random, district, attributes);
        attributes[SimulatedAttributes.InvitationsSent] = invitationsSent.ToString(CultureInfo.InvariantCulture);
        profiles.Add(new CustomerProfile { Customer = customer.Customer, Attributes = attributes });
    }

    /// <summary>The civil day of a time; rounding must not push the last instant out of the span.</summary>
    private LocalDate Day(double time) => options.FirstDay.PlusDays(Math.Min((int)time, options.Days - 1));
}
