using CustomerValue.Customers;
using CustomerValue.Labels;
using NodaTime;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>One margin of one referred customer, and what of it is credited to a referrer.</summary>
public sealed record ReferralCredit
{
    /// <summary>Who bought.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>1 where the referrer brought the customer, 2 where somebody whom the referrer brought did, and so on.</summary>
    public required int Generation { get; init; }

    /// <summary>The day of the margin.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The margin.</summary>
    public required decimal Margin { get; init; }

    /// <summary>The referrer's part at the causal share.</summary>
    public required decimal Credit { get; init; }

    /// <summary>The referrer's part if all of the margin was caused.</summary>
    public required decimal CreditIfAllCaused { get; init; }

    /// <summary>The currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The credit in a sentence.</summary>
    public LocalizedText Reason
    {
        get
        {
            string margin = Wording.Amount(Margin, Currency.Beside), credit = Wording.Amount(Credit, Currency.Beside), most = Wording.Amount(CreditIfAllCaused, Currency.Beside);
            string day = Day.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture), generation = Wording.Number(Generation);
            return new LocalizedText(
                $"{Customer}, generation {generation}, gave {margin} on {day}: {credit} is credited (0.00 if nothing was caused by the referral, {most} if all was).",
                $"第{generation}代客户{Customer}于{day}贡献{margin}：计入{credit}（若推荐毫无作用为0.00，若全部由推荐带来为{most}）。");
        }
    }
}
