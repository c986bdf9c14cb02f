using System.Text.Json.Nodes;
using CustomerValue.Json;
using CustomerValue.Loyalty.Calendars;
using CustomerValue.Loyalty.Programs;
using CustomerValue.Loyalty.Programs.Checks;
using CustomerValue.Loyalty.Rules;
using CustomerValue.Loyalty.Rules.Conditions;
using CustomerValue.Loyalty.Rules.Effects;
using CustomerValue.Tests.Json;
using CustomerValue.Tests.Readme;
using CustomerValue.Validation;

namespace CustomerValue.Tests.Loyalty.Programs;

public sealed class LoyaltyProgramJsonTests
{
    /// <summary>The programme of the specification, word for word.</summary>
    private static string Reference => File.ReadAllText(SharedData.Path("loyalty/program.md")).Split("```json\n")[1].Split("\n```")[0];

    [SkippableFact]
    public void The_programme_of_the_specification_is_read_word_for_word()
    {
        LoyaltyProgram program = ProgramDocuments.Read(Reference);
        Assert.Empty(JsonSchema.Problems(JsonNode.Parse(Reference), Schema));
        Assert.Equal(("club", "2026.1", "Asia/Shanghai"), (program.Id, program.Version, program.TimeZone));
        Assert.Equal(["base", "tier-multiplier", "birthday-2x", "coffee-3x", "referral", "refund", "flash-618", "welcome"], program.Rules.Select(rule => rule.Id));
        Assert.DoesNotContain(ProgramCheck.Of(program), finding => finding.Severity == FindingSeverity.Error);

        LoyaltyRule birthday = program.Rules[2];
        Assert.Equal(["bonusPerDay"], birthday.SharedCaps);
        Assert.Equal(new RuleLimit { Period = CivilPeriod.BirthdayYear }, birthday.Limit);
        Assert.Equal(new BirthdayCondition { VerifiedDaysBefore = 30 }, ((AllCondition)birthday.When!).Of[0]);
        LoyaltyRule coffee = program.Rules[3];
        Assert.Equal(new Cap { Id = "coffee-3x", Wallet = "PTS", Period = CivilPeriod.LocalMonth, Limit = 200 }, coffee.Cap);
        Assert.Equal(["coffee"], ((BonusEffect)coffee.Then[0]).Lines.CategoriesUnder);
        Assert.Equal(AwardTo.Referrer, program.Rules[4].Limit!.Of);
        Assert.Equal(CapOverflow.AllOrNothing, program.Rules[6].Budget!.Overflow);
        Assert.False(program.Rules[6].Budget!.PerMember);
        Assert.Equal(new RuleLimit(), program.Rules[7].Limit);
        Assert.Equal(100, program.Rules[7].Examples[0].Expect["PTS"]);
    }

    [SkippableFact]
    public void The_programme_of_the_specification_comes_back_with_the_same_hash()
    {
        LoyaltyProgram program = ProgramDocuments.Read(Reference);
        LoyaltyProgram again = ProgramDocuments.Read(ProgramDocuments.Write(program));
        Assert.Equal(CompiledProgram.Load(program).Hash, CompiledProgram.Load(again).Hash);
    }

    [Fact]
    public void Everything_a_programme_can_have_comes_back()
    {
        LoyaltyProgram program = ProgramDocuments.Read(ProgramDocuments.Rich);
        Assert.Equal([("week", true, CivilPeriod.LocalWeek), ("all", false, CivilPeriod.CalendarQuarter)], program.Caps.Select(cap => (cap.Id, cap.PerMember, cap.Period)));
        Assert.Equal((true, CivilPeriod.Ever), (ProgramDocuments.Read(ProgramDocuments.Changed("caps/0/per", null)).Caps[0].PerMember, ProgramDocuments.Read(ProgramDocuments.Changed("caps/0/per", "\"member\"")).Caps[0].Period));
        string written = ProgramDocuments.Write(program);
        Assert.Empty(JsonSchema.Problems(JsonNode.Parse(ProgramDocuments.Rich), Schema));
        Assert.Empty(JsonSchema.Problems(JsonNode.Parse(written), Schema));
        LoyaltyProgram again = ProgramDocuments.Read(written);
        Assert.Equal(written, ProgramDocuments.Write(again));
        Assert.Equal(CompiledProgram.Load(program).Hash, CompiledProgram.Load(again).Hash);
        Assert.DoesNotContain(ProgramCheck.Of(program), finding => finding.Severity == FindingSeverity.Error);
    }

    /// <summary>Whatever text stands in the rich document changes the programme's content, or is a default written out, a word of the only form or an example.</summary>
    [Fact]
    public void Nothing_that_is_written_is_passed_over()
    {
        string hash = CompiledProgram.Load(ProgramDocuments.Read(ProgramDocuments.Rich)).Hash;
        List<string> silent = [];
        foreach (string path in Leaves(JsonNode.Parse(ProgramDocuments.Rich)!, ""))
        {
            if (path.Contains("/examples/", StringComparison.Ordinal))
                continue;
            string changed = ProgramDocuments.Changed(path, null, ProgramDocuments.Rich);
            try
            {
                if (CompiledProgram.Load(ProgramDocuments.Read(changed)).Hash == hash)
                    silent.Add(path);
            }
            catch (Exception refusal) when (refusal is DataRejectedException or ProgramRejectedException)
            {
            }
        }

        Assert.All(silent, path => Assert.Contains(path.Split('/')[^1], new[] { "scale", "type", "method", "rules", "of", "source", "basis", "mode", "once" }));
    }

    private static JsonNode Schema => JsonNode.Parse(Pages.Read("docs/schemas/loyalty-program.schema.json"))!;

    private static IEnumerable<string> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Value is JsonValue ? [path + field.Key] : Leaves(field.Value!, path + field.Key + "/")),
        JsonArray items => items.SelectMany((item, at) => item is JsonValue ? [] : Leaves(item!, $"{path}{at}/")),
        _ => [],
    };
}
