using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Attribution;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>Reads links into rows in ordinal order and refuses what is no forest.</summary>
internal sealed class ReferralReader
{
    private const int NamesInMessage = 10;
    private readonly ProblemList problems = new();
    private readonly bool closed;

    public ReferralReader(IEnumerable<CustomerId>? customers)
    {
        closed = customers is not null;
        if (customers is IReadOnlyCollection<CustomerId> known)
            Keys.MakeRoom(known.Count);
        long row = 0;
        foreach (CustomerId customer in customers ?? [])
        {
            if (customer != default)
                Keys.GetOrAdd(customer.Value);
            else
                problems.Add(row, "customer", null, "is no customer id (the default value).");
            row++;
        }
    }

    public KeyIndex Keys { get; } = KeyIndex.OfCustomers();

    public int[] RowOfKey { get; private set; } = [];

    public CustomerId[] Customers { get; private set; } = [];

    public ReferralLinks Links { get; private set; } = new(0);

    public void Read(IEnumerable<Referral> referrals)
    {
        List<(int Referrer, int Referee, Referral Link)> read = [];
        long row = 0;
        foreach (Referral link in referrals)
        {
            Check(row, link);
            int referrer = Key(row, "referrer", link.Referrer), referee = Key(row, "referee", link.Referee);
            if (referrer >= 0 && referrer == referee)
                problems.Add(row, "referee", link.Referee.Value, "refers itself; leave the link out.");
            else if (referrer >= 0 && referee >= 0)
                read.Add((referrer, referee, link));
            row++;
        }

        Place(read);
        RefuseCycles();
        problems.ThrowIfAny();
    }

    private void Check(long row, Referral link)
    {
        void Refuse(bool wrong, string field, decimal? value, string message)
        {
            if (wrong)
                problems.Add(row, field, value?.ToString(CultureInfo.InvariantCulture), $"{message} (referral of '{link.Referee}' by '{link.Referrer}')");
        }

        Refuse(link.TypeOneProbability is decimal p && !ReferralLedgerOptions.IsShare(p), "type-one probability", link.TypeOneProbability, "is not in [0, 1] with at most six decimals.");
        Refuse(link.Reward < 0 || !ExactShares.IsExact(link.Reward), "reward", link.Reward, "is not in [0, 10^12] with at most ten decimals.");
        Refuse(link.SavedAcquisitionCost < 0 || !ExactShares.IsExact(link.SavedAcquisitionCost), "saved acquisition cost", link.SavedAcquisitionCost, "is not in [0, 10^12] with at most ten decimals.");
    }

    private int Key(long row, string field, CustomerId customer)
    {
        if (customer == default)
            problems.Add(row, field, null, "is no customer id (the default value).");
        else if (!closed)
            return Keys.GetOrAdd(customer.Value);
        else if (Keys.TryGet(customer.Value, out int key))
            return key;
        else
            problems.Add(row, field, customer.Value, "is not among the customers; add the customer or leave the link out.");
        return -1;
    }

    private void Place(List<(int Referrer, int Referee, Referral Link)> read)
    {
        int[] order = Keys.InOrdinalOrder();
        RowOfKey = new int[order.Length];
        Customers = new CustomerId[order.Length];
        Links = new ReferralLinks(order.Length);
        for (int row = 0; row < order.Length; row++)
        {
            RowOfKey[order[row]] = row;
            Customers[row] = new CustomerId(Keys[order[row]]);
            Links.Referrer[row] = -1;
        }

        foreach ((int referrer, int referee, Referral link) in read)
        {
            int row = RowOfKey[referee];
            if (Links.Referrer[row] >= 0)
            {
                problems.Add(null, "referee", link.Referee.Value, $"has two referrers, '{Customers[Links.Referrer[row]]}' and '{link.Referrer}'; keep one.");
                continue;
            }

            Links.Referrer[row] = RowOfKey[referrer];
            Links.Day[row] = Period.DaysBetween(PurchaseSummaries.Epoch, link.Day.WithCalendar(CalendarSystem.Iso));
            Links.Probability[row] = link.TypeOneProbability ?? -1;
            Links.Reward[row] = link.Reward;
            Links.SavedCost[row] = link.SavedAcquisitionCost;
        }
    }

    /// <summary>Walks up from every row; who is met twice in one walk is in a cycle. Each row is walked once.</summary>
    private void RefuseCycles()
    {
        int[] walk = new int[Customers.Length];
        for (int start = 0; start < walk.Length; start++)
        {
            int at = start;
            for (; at >= 0 && walk[at] == 0; at = Links.Referrer[at])
                walk[at] = start + 1;
            if (at >= 0 && walk[at] == start + 1)
                Refuse(at);
        }
    }

    private void Refuse(int inCycle)
    {
        // From the first id of the cycle, so that the message is the same in whatever order the links came.
        int first = inCycle;
        for (int at = Links.Referrer[inCycle]; at != inCycle; at = Links.Referrer[at])
            first = Math.Min(first, at);
        List<string> names = [];
        int length = 0;
        for (int at = first; length == 0 || at != first; at = Links.Referrer[at])
        {
            if (length++ < NamesInMessage)
                names.Add($"'{Customers[at]}'");
        }

        string more = length > NamesInMessage ? string.Format(CultureInfo.InvariantCulture, " and {0} more", length - NamesInMessage) : "";
        problems.Add(null, "referee", Customers[first].Value, $"is in a cycle: {string.Join(" was brought by ", names)}{more}, and so on; remove one of the links.");
    }
}
