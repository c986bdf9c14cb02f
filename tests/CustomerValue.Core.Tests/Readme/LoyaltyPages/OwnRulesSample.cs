using System.Text;
using System.Text.Json.Serialization;
using CustomerValue.Json;
using CustomerValue.Labels;
using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Events;
using CustomerValue.Loyalty.Ledger;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerValue.Tests.Readme.LoyaltyPages;

// sample
/// <summary>Holds for orders with at least so many different products.</summary>
internal sealed record AssortmentCondition : Condition
{
    public required int Products { get; init; }

    public override Truth Test(in RuleFacts facts) => facts.Order is null ? Truth.Unknown : Found(facts) >= Products ? Truth.True : Truth.False;

    public override LocalizedText Describe() => new($"the order has at least {Products} different products", $"订单至少包含 {Products} 种商品");

    public override LocalizedText Actual(in RuleFacts facts) => new($"{Found(facts)}", $"{Found(facts)}");

    public override void WriteTo(ContentWriter writer) => writer.Field("kind", "assortment").Field("products", Products);

    private static int Found(in RuleFacts facts) => facts.Order?.Order.Lines.Select(line => line.Product).Distinct().Count() ?? 0;
}

/// <summary>Pays so many points for each line of the order.</summary>
internal sealed record PerLineEffect : AwardEffect
{
    public required int Each { get; init; }

    public override Fraction? Points(in RuleFacts facts) => Fraction.Of(Each * (facts.Order?.Order.Lines.Count ?? 0));

    public override LocalizedText Describe() => new($"{Each} points for each line", $"每行 {Each} 积分");

    public override void WriteTo(ContentWriter writer) => writer.Field("kind", "perLine").Field("wallet", Wallet).Choice("to", To).Field("each", Each);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AssortmentCondition))]
[JsonSerializable(typeof(PerLineEffect))]
internal sealed partial class ClubTypes : JsonSerializerContext;
// end of sample

internal static class OwnRulesSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        LoyaltyTypes types = LoyaltyTypes.None
            .WithCondition("assortment", ClubTypes.Default.AssortmentCondition)
            .WithEffect("perLine", ClubTypes.Default.PerLineEffect);

        const string club = """
            {"formatVersion": 1, "program": "club", "version": "1", "timeZone": "Asia/Shanghai", "wallets": [{"id": "PTS"}],
             "rules": [{"id": "variety", "on": "order.paid",
                        "when": {"all": [{"assortment": {"products": 2}}, {"amount": {"ge": "20.00 CNY"}}]},
                        "then": [{"perLine": {"each": 5}}]}]}
            """;
        LoyaltyProgram program = LoyaltyProgramJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(club)), "club.json", types);

        using ServiceProvider host = new ServiceCollection().AddLoyaltyProgram(program).BuildServiceProvider();
        LoyaltyLedger ledger = host.GetRequiredService<LoyaltyLedger>();
        const string order = """
            {"type": "order.paid", "key": "k1", "member": "m1", "occurredAt": "2026-01-01T10:00:00+08:00", "order": {"id": "O1", "lines": [
              {"id": "1", "product": "beans", "amount": "30.00 CNY"}, {"id": "2", "product": "cup", "amount": "15.00 CNY"}]}}
            """;
        LoyaltyEvent paid = LoyaltyEventJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(order)), program);
        ledger.Handle(paid);
        Console.WriteLine($"points of m1: {ledger.Balance(paid.Member, paid.OccurredAt).Available}");

        foreach ((string wrong, LoyaltyTypes known) in new[] { (club, LoyaltyTypes.None), (club.Replace("\"each\"", "\"eech\"", StringComparison.Ordinal), types) })
        {
            try
            {
                LoyaltyProgramJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(wrong)), "club.json", known);
            }
            catch (DataRejectedException refusal)
            {
                foreach (DataProblem problem in refusal.Problems)
                    Console.WriteLine(problem);
            }
        }
        // end of sample
    }
}
