using System.Text.Json;
using CustomerValue.InfluenceValue.Diffusion;

namespace CustomerValue.Tests.InfluenceValue;

public sealed class ImmSetsTests
{
    [SkippableFact]
    public void Counts_are_those_of_the_reference()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/influence/imm_opimc_constants.json")));
        foreach (JsonElement expected in document.RootElement.GetProperty("imm").EnumerateArray())
        {
            (int nodes, int count, double epsilon) = (expected.GetProperty("n").GetInt32(), expected.GetProperty("k").GetInt32(), expected.GetProperty("eps").GetDouble());
            Relative.Equal(expected.GetProperty("lambda_prime").GetDouble(), ImmSets.FirstPhase(nodes, count, epsilon), 1e-9);
            Relative.Equal(expected.GetProperty("lambda_star").GetDouble(), ImmSets.SecondPhase(nodes, count, epsilon), 1e-9);
        }
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ImmSets.FirstPhase(1, 1, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImmSets.SecondPhase(10, 11, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImmSets.SecondPhase(10, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImmSets.FirstPhase(10, 2, 0.1, double.NaN));
    }
}
