using System.Globalization;
using CustomerValue.Appraisal;
using CustomerValue.Customers;
using CustomerValue.Reporting.Sections;
using CustomerValue.Reporting.Texts;

namespace CustomerValue.Reporting;

/// <summary>The page of an appraisal being written: what its sections share.</summary>
internal sealed class Page(TextWriter writer, CustomerAppraisal appraisal, ReportOptions options) : Sheet(writer, options.Language, appraisal.Customers.Purchases.Currency)
{
    private ValueParts? parts;

    /// <summary>What is reported.</summary>
    public CustomerAppraisal Appraisal => appraisal;

    /// <summary>What the caller said beside it.</summary>
    public ReportOptions Options => options;

    /// <summary>Totals that several sections speak of.</summary>
    public Overview Overview { get; } = new(appraisal);

    /// <summary>What the value of customers is made of; summed up when first asked for.</summary>
    public ValueParts Parts => parts ??= new ValueParts(appraisal);

    /// <summary>The horizon in months, such as 12.</summary>
    public string Months => appraisal.Options.HorizonMonths.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The plural of the time unit of the summaries.</summary>
    public string Unit => Say(appraisal.PurchaseModel.Unit switch
    {
        TimeUnit.Day => PageTexts.Day,
        TimeUnit.Week => PageTexts.Week,
        TimeUnit.Month => PageTexts.Month,
        _ => PageTexts.Year,
    });

    /// <summary>What the contribution is counted in.</summary>
    public string Contribution => Say(appraisal.Contribution.IsNet ? PageTexts.NetContribution : appraisal.Contribution.IsProfit ? PageTexts.Profit : PageTexts.Revenue);
}
