using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Data;

/// <summary>
/// Reads who brought whom: referrer, referee, and where there are any date, type_one_probability (empty where unknown), reward and saved_cost.
/// Names such as inviter, referred_id and referral_date are recognised too.
/// </summary>
public static class ReferralReader
{
    /// <summary>What a link without a date counts as: there before any purchase.</summary>
    public static readonly LocalDate Always = new(1, 1, 1);

    private const int Referrer = 0, Referee = 1, Date = 2, Probability = 3, Reward = 4, SavedCost = 5;

    /// <summary>Reads the links of a table.</summary>
    /// <param name="source">A file or a query.</param>
    /// <param name="columns">Columns by field, as the caller maps them; null where their names say so.</param>
    /// <param name="customers">All customers there are; a link to anybody else is refused. Null where the links themselves say who there is.</param>
    /// <param name="datesRequired">Whether a table without dates is refused; otherwise its links count from <see cref="Always"/> on.</param>
    /// <param name="lastDay">The last day whose links are taken; later ones are left out, as if they were not known yet. Null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataRejectedException">
    /// The source can't be read, a column is missing, a row is bad, or the links are no forest: self-referrals, second referrers, cycles,
    /// unknown customers. Names file, row and value of every problem.
    /// </exception>
    public static ReferralNetwork Read(TableSource source, IReadOnlyDictionary<string, string>? columns = null, IEnumerable<CustomerId>? customers = null, bool datesRequired = true, LocalDate? lastDay = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        TableField[] fields =
        [
            new("referrer", true, "referrerid", "inviter", "inviterid", "referredby", "from", "source"),
            new("referee", true, "refereeid", "referred", "referredid", "invitee", "inviteeid", "customer", "customerid", "to", "target"),
            new("date", datesRequired, "day", "referraldate", "referredon", "referredat"),
            new("type_one_probability", false, "typeone", "p1"),
            new("reward", false, "rewardpaid"),
            new("saved_cost", false, "savedacquisitioncost", "acquisitioncost"),
        ];
        List<Referral> links = [];
        List<long> rows = [];
        Dictionary<CustomerId, long> rowOf = [];
        using FieldReader reader = new(source.Name, RowReader.Open(source, cancellationToken), fields, columns);
        while (reader.Next())
        {
            Referral link = new()
            {
                Referrer = reader.Customer(Referrer),
                Referee = reader.Customer(Referee),
                Day = reader.Has(Date) ? reader.Date(Date) : Always,
                TypeOneProbability = reader.IsGiven(Probability) ? reader.Amount(Probability) : null,
                Reward = reader.IsGiven(Reward) ? reader.Amount(Reward) : 0,
                SavedAcquisitionCost = reader.IsGiven(SavedCost) ? reader.Amount(SavedCost) : 0,
            };
            if (reader.Good && !rowOf.TryAdd(link.Referee, reader.Rows.Row))
                reader.Refuse(Referee, $"was brought in row {rowOf[link.Referee]} already; a customer has one referrer, so keep one of the rows.");
            if (!reader.Good || link.Day > lastDay)
                continue;
            links.Add(link);
            rows.Add(reader.Rows.Row);
        }

        reader.Log.ThrowIfAny();
        try
        {
            return ReferralNetwork.Of(links, customers);
        }
        catch (DataRejectedException refusal)
        {
            // The network counts links; people count rows of the file. A cycle is told at the row of the customer it is told of.
            throw new DataRejectedException([.. refusal.Problems.Select(problem => problem with { Source = source.Name, Row = problem.Row is long row ? rows[(int)row] : rowOf[new(problem.Value!)] })], refusal.Count);
        }
    }
}
