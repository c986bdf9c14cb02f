using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.LatentClasses;
using CustomerValue.Tests.Segmentation.LatentClasses;

namespace CustomerValue.Tests.Segmentation.Laws;

public sealed class LatentClassLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new LatentClassStrategy(new LatentClassOptions { MaxClasses = 3 });

    protected override Population Population { get; } = new()
    {
        Profiles = [.. Answers.Drawn(200, [2, 3, 2, 3, 4], 2, seed: 5, missing: 0.1).Append([-1, -1, -1, -1, -1]).Select((row, i) => new CustomerProfile
        {
            Customer = new CustomerId($"c{i * 7919 % 100003}"),
            Attributes = row.Select((code, item) => (code, item)).Where(answer => answer.code >= 0).ToDictionary(answer => $"q{answer.item + 1}", answer => $"a{answer.code + 1}"),
        })],
    };
}

/// <summary>The same with membership by a covariate, which some lack.</summary>
public sealed class LatentClassCovariateLaws : SegmentationLaws
{
    protected override ISegmentationStrategy Strategy => new LatentClassStrategy(new LatentClassOptions { Classes = 2, Items = ["Q1", "q2", "q3", "q4"], Covariates = ["age"] });

    protected override Population Population { get; } = new()
    {
        Profiles = [.. Answers.Drawn(120, [2, 3, 2, 3], 2, seed: 6).Select((row, i) => new CustomerProfile
        {
            Customer = new CustomerId($"c{i * 7919 % 100003}"),
            Attributes = row.Select((code, item) => (code, item)).ToDictionary(answer => $"q{answer.item + 1}", answer => $"a{answer.code + 1}")
                .Concat(i % 9 == 0 ? [] : [new("age", $"{20 + (i * 31 % 50)}")]).ToDictionary(pair => pair.Key, pair => pair.Value),
        })],
    };
}
