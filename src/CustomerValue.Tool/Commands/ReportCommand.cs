using System.CommandLine;
using System.CommandLine.Parsing;
using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Output;
using NodaTime;

namespace CustomerValue.Tool.Commands;

/// <summary>report: the main job, from purchases to value cards and a page to look at.</summary>
internal static class ReportCommand
{
    private static readonly Option<string[]> Purchases = CommonOptions.Files("--purchases", "The purchases: CSV, CSV.gz or Parquet. Without it: a simulated retailer.");
    private static readonly Option<string> Customers = CommonOptions.File("--customers", "One row a customer, with any columns of their own.", required: false);
    private static readonly Option<IReadOnlyDictionary<string, string>> Map = ColumnMap.Option();
    private static readonly ValueOption<LocalDate> AsOf = CommonOptions.Date("--as-of", "The last day observed, included. Default: the last purchase.");
    private static readonly ValueOption<Currency> Currency = CommonOptions.Currency();
    private static readonly ValueOption<double> DiscountRate = CommonOptions.DiscountRate();
    private static readonly ValueOption<double> Horizon = new("--horizon", "How far ahead value is counted.", "SPAN", Arguments.Horizon.Allowed, Arguments.Horizon.Months, "12mo");
    private static readonly ValueOption<DisplayLanguage> Language = CommonOptions.Language();
    private static readonly Option<bool> SkipBadRows = CommonOptions.SkipBadRows();
    private static readonly Option<string> Target = new("--out") { Description = "The folder to write to.", HelpName = "DIR", DefaultValueFactory = _ => "customer-value-report" };
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Command { get; } = new ExampleCommand("report", "Value cards for every customer, and a page to look at.", """
        customer-value report
        customer-value report --purchases sales.csv --map customer=CustomerKey --map date=OrderDate --map amount=SalesAmount --currency CNY --lang zh-CN --out report
        """)
    {
        Purchases, Customers, Map, AsOf, Currency, DiscountRate, Horizon, Language, SkipBadRows, Target, Json,
        CommonOptions.NotYet("--referrals", "this version does not read referral links yet; leave the option out."),
        CommonOptions.NotYet("--surveys", "this version does not read survey answers yet; leave the option out."),
    }.Does(Run);

    private static int Run(ParseResult call, CancellationToken cancellation)
    {
        throw new NotImplementedException();
    }
}
