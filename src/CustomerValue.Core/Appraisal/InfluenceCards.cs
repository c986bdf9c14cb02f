using CustomerValue.Customers;
using CustomerValue.InfluenceValue;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Labels;

namespace CustomerValue.Appraisal;

/// <summary>Makes the influence value of one card.</summary>
internal static class InfluenceCards
{
    private static readonly LocalizedText NoReferral = new("In no referral, as referrer or referred.", "推荐记录中无此客户。");
    private static readonly LocalizedText NoNode = new("Not in the customers' graph.", "客户关系图中无此客户。");

    /// <summary>Null where nothing is known of influence.</summary>
    public static InfluenceCard? Of(CustomerAppraisal appraisal, int row)
    {
        if (appraisal.Influence?.Source is not { } source)
            return null;
        CustomerId customer = appraisal.Customers.Customer(row);
        Currency currency = appraisal.Customers.Purchases.Currency;
        InfluenceOf influence = source[customer];
        // What referrals brought is booked exactly; what is expected isn't exact to more than cents.
        Money Of(decimal established, double expected) => new(established + CardMaker.Money(expected), currency);
        return new InfluenceCard
        {
            Value = Of(influence.Established, influence.Expected),
            IfNoneCaused = Of(influence.EstablishedIfNoneCaused, 0),
            IfAllCaused = Of(influence.EstablishedIfAllCaused, influence.ExpectedIfAllCaused),
            Established = source.Established is null ? null : new Money(influence.Established, currency),
            Expected = source.Expected is null ? null : Of(0, influence.Expected),
            ExpectedStandardError = source.Expected is null ? null : Of(0, influence.ExpectedStandardError),
            Reason = Joined([Established(source.Established, customer), Expected(source.Expected, customer, influence, currency.Beside)]),
        };
    }

    private static LocalizedText? Established(ReferralLedger? ledger, CustomerId customer) =>
        ledger is null ? null : ledger.Network.TryGetRow(customer, out int row) ? ledger.Explain(row) : NoReferral;

    private static LocalizedText? Expected(ExpectedInfluence? expected, CustomerId customer, InfluenceOf influence, string currency)
    {
        if (expected is null)
            return null;
        if (expected.NodeOf(customer) < 0)
            return NoNode;
        string Amount(double value) => Wording.Amount(CardMaker.Money(value), currency);
        string value = Amount(influence.Expected), error = Amount(influence.ExpectedStandardError), all = Amount(influence.ExpectedIfAllCaused);
        string part = Wording.Percent(expected.Table.CausalShare);
        return new(
            $"Still expected to win {value} from others (standard error {error}): {part} of {all}, the rest would come anyway.",
            $"预计还可影响他人带来 {value}（标准误 {error}）：为 {all} 的 {part}，其余本来也会发生。");
    }

    private static LocalizedText Joined(LocalizedText?[] parts)
    {
        LocalizedText[] known = [.. parts.OfType<LocalizedText>()];
        return new(string.Join(" ", known.Select(part => part.English)), string.Concat(known.Select(part => part.Chinese)));
    }
}
