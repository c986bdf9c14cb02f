using System.Text;
using CustomerValue.Json;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Tests.Json;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Loyalty.Programs;

/// <summary>Documents that are no programme are refused with path and reason, whatever is wrong with them.</summary>
public sealed class BadProgramTests
{
    [Theory]
    [InlineData("formatVersion", "2", "$.formatVersion")]
    [InlineData("formatVersion", null, "$.formatVersion")]
    [InlineData("wallets", null, "$.wallets")]
    [InlineData("surprise", "1", "$.surprise")]
    [InlineData("rules/1/when/all/1/amount/eq", "\"5.00 CNY\"", "$.rules[1].when.all[1].amount.eq")]
    [InlineData("rules/1/when/all/1/amount/ge", "20", "$.rules[1].when.all[1].amount.ge")]
    [InlineData("rules/1/when/all/1/amount/ge", "\"20.00\"", "$.rules[1].when.all[1].amount.ge")]
    [InlineData("rules/1/when/all/1/amount/ge", "\"20.00 yuan\"", "$.rules[1].when.all[1].amount.ge")]
    [InlineData("rules/1/when/all/1/amount/ge", "\"1e3 CNY\"", "$.rules[1].when.all[1].amount.ge")]
    [InlineData("rules/1/when/all/1/amount", "{}", "$.rules[1].when.all[1].amount.ge")]
    [InlineData("rules/1/when/mood", "{}", "$.rules[1].when")]
    [InlineData("rules/1/when", "{\"mood\":{}}", "$.rules[1].when")]
    [InlineData("rules/1/when", "{\"not\":[]}", "$.rules[1].when.not")]
    [InlineData("rules/1/when", "{\"referralCycle\":false}", "$.rules[1].when.referralCycle")]
    [InlineData("rules/1/when", "{\"memberFor\":{\"ge\":\"P1M\"}}", "$.rules[1].when.memberFor.ge")]
    [InlineData("rules/1/when", "{\"memberFor\":{\"ge\":30}}", "$.rules[1].when.memberFor.ge")]
    [InlineData("rules/1/priority", "\"10\"", "$.rules[1].priority")]
    [InlineData("rules/1/priority", "1.5", "$.rules[1].priority")]
    [InlineData("rules/1/window/from", "\"2026-06-31\"", "$.rules[1].window.from")]
    [InlineData("rules/1/window/from", "\"2026-06-01T00:00:00Z\"", "$.rules[1].window.from")]
    [InlineData("rules/1/window/from", "\"9999-12-31\"", "$.rules[1].window.from")]
    [InlineData("rules/1/window/daily", "{\"from\":\"25:00\"}", "$.rules[1].window.daily.from")]
    [InlineData("rules/1/window/weekdays", "[\"Mon\"]", "$.rules[1].window.weekdays[0]")]
    [InlineData("rules/1/limit", "{\"per\":[\"member\",\"member\"]}", "$.rules[1].limit.per[1]")]
    [InlineData("rules/1/limit", "{\"times\":0}", "$.rules[1].limit.times")]
    [InlineData("rules/1/once", "\"everybody\"", "$.rules[1].once")]
    [InlineData("rules/1/cap", "5", "$.rules[1].cap")]
    [InlineData("rules/1/cap", "{\"limit\":500}", "$.rules[1].cap.limit")]
    [InlineData("rules/1/cap", "[{\"limit\":\"5\"},{\"limit\":\"6\"}]", "$.rules[1].cap[1]")]
    [InlineData("rules/1/budget", "{\"limit\":\"5\",\"per\":\"member\"}", "$.rules[1].budget.per")]
    [InlineData("rules/1/then", "[{\"earn\":{\"points\":\"1\"},\"bonus\":{\"factor\":\"2\"}}]", "$.rules[1].then[0]")]
    [InlineData("rules/1/then", "[{\"give\":{}}]", "$.rules[1].then[0]")]
    [InlineData("rules/1/then/0/bonus/factor", "2", "$.rules[1].then[0].bonus.factor")]
    [InlineData("rules/1/then/0/bonus/of", "\"all\"", "$.rules[1].then[0].bonus.of")]
    [InlineData("rules/0/then/0/earn/points", "\"1\"", "$.rules[0].then[0].earn.points")]
    [InlineData("rules/0/then/0/earn/pending", "\"PT12H\"", "$.rules[0].then[0].earn.pending")]
    [InlineData("rules/0/then/0/earn/pending", "\"P-1D\"", "$.rules[0].then[0].earn.pending")]
    [InlineData("rules/0/then/0/earn/expiry", "{\"type\":\"rolling\"}", "$.rules[0].then[0].earn.expiry.period")]
    [InlineData("rules/0/then/0/earn/expiry", "{\"type\":\"never\",\"period\":\"P1D\"}", "$.rules[0].then[0].earn.expiry.period")]
    [InlineData("rules/0/then/0/earn/expiry", "{\"type\":\"fixedDate\"}", "$.rules[0].then[0].earn.expiry.date")]
    [InlineData("rules/0/then/0/earn/rate/points", "\"12345678901234567890123456789\"", "$.rules[0].then[0].earn.rate.points")]
    [InlineData("rules/0/examples", "[{\"given\":{\"occurredAt\":\"2026-01-01T00:00:00\",\"order\":{\"id\":\"O\",\"lines\":[]}},\"expect\":{\"PTS\":\"1\"}}]", "$.rules[0].examples[0].given.occurredAt")]
    [InlineData("rules/0/examples", "[{\"given\":{\"occurredAt\":\"2026-01-01T00:00:00Z\",\"order\":{\"id\":\"O\",\"lines\":[]}}}]", "$.rules[0].examples[0].expect")]
    [InlineData("rules/2/then/0/reverseEarnOf/includes", "[\"base\",\"base\"]", "$.rules[2].then[0].reverseEarnOf.includes[1]")]
    [InlineData("rules/2/then/0/reverseEarnOf/basis", "\"amount\"", "$.rules[2].then[0].reverseEarnOf.basis")]
    [InlineData("wallets/0/scale", "7", "$.wallets[0].scale")]
    [InlineData("wallets/0/currency", "\"yuan\"", "$.wallets[0].currency")]
    [InlineData("wallets/0/consume", "[\"latest\"]", "$.wallets[0].consume[0]")]
    [InlineData("wallets/0/liabilityUnitValue", "0.01", "$.wallets[0].liabilityUnitValue")]
    [InlineData("rounding", "{\"mode\":\"bankers\"}", "$.rounding.mode")]
    [InlineData("composition", "\"best\"", "$.composition")]
    [InlineData("policies/shortfallOnClawback", "\"forgive\"", "$.policies.shortfallOnClawback")]
    [InlineData("policies/shortfallOnClawback", "{\"allowNegative\":{\"limit\":50}}", "$.policies.shortfallOnClawback.allowNegative.limit")]
    [InlineData("policies/shortfallOnClawback", "{\"allowNegative\":{\"limit\":\"-1\"}}", "$.policies.shortfallOnClawback")]
    [InlineData("policies/earnReversal", "{\"pools\":[\"spent\",\"expired\"]}", "$.policies.earnReversal.pools")]
    [InlineData("policies/earnReversal", "{\"pools\":[\"strict\"]}", "$.policies.earnReversal.pools")]
    [InlineData("policies/earnReversal", "{\"method\":\"naive\"}", "$.policies.earnReversal.method")]
    [InlineData("policies/redemptionReversal", "{\"expiry\":{\"grace\":\"P1M\"}}", "$.policies.redemptionReversal.expiry.grace")]
    [InlineData("policies/backdated", "{\"rules\":\"today\"}", "$.policies.backdated.rules")]
    [InlineData("policies/leapDay", "\"skip\"", "$.policies.leapDay")]
    [InlineData("groups/0/tieBreak", "[\"id\"]", "$.groups[0].tieBreak")]
    [InlineData("groups/0/mode", "\"random\"", "$.groups[0].mode")]
    [InlineData("caps/0/per", "[\"household\"]", "$.caps[0].per[0]")]
    [InlineData("caps/0/overflow", "\"spill\"", "$.caps[0].overflow")]
    [InlineData("tiers/levels/1/from", "1000", "$.tiers.levels[1].from")]
    [InlineData("rewards/0/kind", "\"car\"", "$.rewards[0].kind")]
    public void Each_kind_of_wrong_document_is_refused_where_it_is_wrong(string path, string? value, string where)
    {
        string text = ProgramDocuments.Changed(path, value);
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => ProgramDocuments.Read(text));
        DataProblem problem = Assert.Single(refusal.Problems, problem => problem.Field == where);
        Assert.Matches("^(is|has) ", problem.Message);
    }

    [Fact]
    public void All_problems_are_named_at_once()
    {
        string text = ProgramDocuments.Changed("composition", "1", ProgramDocuments.Changed("rules/1/priority", "\"x\"", ProgramDocuments.Changed("extra", "1")));
        Assert.Equal(["$.rules[1].priority", "$.composition", "$.extra"], Assert.Throws<DataRejectedException>(() => ProgramDocuments.Read(text)).Problems.Select(problem => problem.Field!).OrderByDescending(path => path == "$.rules[1].priority").ThenBy(path => path));
    }

    [Fact]
    public void A_field_given_twice_is_refused() =>
        Assert.Contains("given twice", Assert.Throws<DataRejectedException>(() => ProgramDocuments.Read(ProgramDocuments.Small.Replace("\"version\": \"1\",", "\"version\": \"1\", \"version\": \"2\",", StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"not\":", "}")]
    public void Ten_megabytes_of_nesting_are_refused(string open, string close)
    {
        int depth = (10 << 20) / (open.Length + close.Length);
        StringBuilder deep = new();
        deep.Insert(0, open, depth).Append("{}").Append(string.Concat(Enumerable.Repeat(close, depth)));
        string text = ProgramDocuments.Small.Replace("{ \"all\": [ { \"tier\"", deep + ", { \"all\": [ { \"tier\"", StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => ProgramDocuments.Read(text));
    }

    /// <summary>T14: whatever is done to a document, it loads or is refused; nothing else is thrown, and nothing hangs.</summary>
    [Fact]
    public void Damaged_documents_load_or_are_refused()
    {
        byte[][] documents = [Encoding.UTF8.GetBytes(ProgramDocuments.Small), Encoding.UTF8.GetBytes(ProgramDocuments.Rich)];
        string[] pieces = ["null", "-1", "1e999", "\"\"", "{}", "[]", "\"\\ud800\"", "99999999999999999999999999999", "\"P99999999999Y\"", "\"9999-12-31\"", "\"-0.0000000000000000000000000001 CNY\"", "true", ",", "\"79228162514264337593543950335\"", "\"1000000000000 CNY\"", "\"0.000000001 CNY\""];
        Random random = new(20261123);
        int loaded = 0;
        for (int round = 0; round < 4000; round++)
        {
            List<byte> text = [.. documents[round % 2]];
            for (int times = random.Next(1, 3); times > 0; times--)
                Damage(text, pieces, random);
            try
            {
                LoyaltyProgram program = LoyaltyProgramJson.Read(new MemoryStream([.. text]));
                _ = CompiledProgram.Check(program);
                _ = ProgramDocuments.Write(program);
                loaded++;
            }
            catch (DataRejectedException)
            {
            }
        }

        Assert.InRange(loaded, 100, 3900);
    }

    private static void Damage(List<byte> text, string[] pieces, Random random)
    {
        int at = random.Next(text.Count);
        switch (random.Next(8))
        {
            case 0:
                text[at] = (byte)random.Next(256);
                break;
            case 1:
                text.RemoveRange(at, Math.Min(random.Next(1, 40), text.Count - at));
                break;
            case 2:
                text.InsertRange(at, text.GetRange(at, Math.Min(random.Next(1, 200), text.Count - at)));
                break;
            default:
                // A value in the place of another: from a colon to the next comma or bracket.
                int colon = text.IndexOf((byte)':', at);
                int end = colon < 0 ? -1 : text.FindIndex(colon, letter => letter is (byte)',' or (byte)'}' or (byte)']');
                if (end > 0)
                {
                    text.RemoveRange(colon + 1, end - colon - 1);
                    text.InsertRange(colon + 1, Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                }

                break;
        }
    }
}
