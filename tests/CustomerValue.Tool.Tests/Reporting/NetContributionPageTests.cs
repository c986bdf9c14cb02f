using CustomerValue.Appraisal;
using CustomerValue.Contribution.Full;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.Reporting;
using CustomerValue.Segmentation.Rfm;
using NodaTime;

namespace CustomerValue.Tool.Tests.Reporting;

/// <summary>Where contribution was counted in full, the page says net contribution, not profit.</summary>
public sealed class NetContributionPageTests
{
    [Theory]
    [InlineData(DisplayLanguage.English, "<dt>Net contribution so far</dt>", "Profit so far", "of net contribution")]
    [InlineData(DisplayLanguage.Chinese, "<dt>累计净贡献</dt>", "累计利润", "的净贡献")]
    public void Net_contribution_is_called_so(DisplayLanguage language, string tile, string profit, string pareto)
    {
        Purchase[] sales = [.. Appraisals.Purchases(300).Select(purchase => purchase with { Cost = purchase.Amount / 2 })];
        PurchaseSummaryBuilder builder = new(sales[0].Currency);
        builder.Add(sales);
        CustomerBase customers = new(builder.Build(ObservationWindow.Through(sales.Max(sale => sale.Date)), TimeUnit.Week));
        SharedCost rent = new() { Key = "rent", Name = new LocalizedText("Rent", "租金"), Date = sales[0].Date, Amount = 100 };
        CustomerAppraisal appraisal = new Appraiser(new MbgNbdEstimator(), new GammaGammaEstimator(), new RfmStrategy(), new FullContributionCalculator(new ContributionData { Sales = sales, SharedCosts = [rent] })).Appraise(customers);
        using StringWriter page = new();
        HtmlReport.Write(page, appraisal, new ReportOptions { Language = language });
        Assert.Contains(tile, page.ToString(), StringComparison.Ordinal);
        Assert.Contains(pareto, page.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(profit, page.ToString(), StringComparison.Ordinal);
        decimal net = sales.Sum(sale => decimal.Round(sale.Amount, 6) - decimal.Round(sale.Cost!.Value, 6)) - 100;
        Assert.Contains(((double)net).ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), page.ToString(), StringComparison.Ordinal);
    }
}
