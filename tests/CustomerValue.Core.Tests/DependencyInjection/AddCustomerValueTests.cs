using CustomerValue.Appraisal;
using CustomerValue.Contribution;
using CustomerValue.Contribution.Full;
using CustomerValue.Customers;
using CustomerValue.DependencyInjection;
using CustomerValue.Labels;
using CustomerValue.Lifecycle.Machine;
using CustomerValue.Lifecycle.Standard;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.MbgNbd;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Rfm;
using CustomerValue.Segmentation.ThreeValues;
using CustomerValue.Tests.Appraisal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CustomerValue.Tests.DependencyInjection;

public sealed class AddCustomerValueTests
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    [Fact]
    public void Every_part_is_there_by_its_name()
    {
        using ServiceProvider host = Host();
        AssertNamed<IPurchaseModelEstimator>(host, part => part.Name, "nbd", "pareto-nbd", "pareto-nbd-correlated", "bg-nbd", "mbg-nbd", "bg-cnbd-k", "mbg-cnbd-k", "ggom-nbd", "bg-bb", "pareto-nbd-hb", "pareto-nbd-abe", "pareto-ggg");
        AssertNamed<ISpendModelEstimator>(host, part => part.Name, "gamma-gamma", "gamma-gamma-each");
        AssertNamed<ISegmentationStrategy>(host, part => part.Name, DefaultSegmentations.Names);
        AssertNamed<IContributionCalculator>(host, part => part.Name, "share");
        AssertNamed<IRecommenderEstimator>(host, part => part.Name, "popularity", "cosine", "bm25", "association", "ease", "als");
    }

    [Fact]
    public void The_lifecycle_is_that_of_retail_until_another_one_is_chosen()
    {
        using ServiceProvider retail = Host(), contract = Host(cv => cv.UseLifecycle(ContractLifecycle.Create()));
        Assert.Equal("retail", retail.GetRequiredService<LifecycleMachine>().Definition.Key);
        Assert.Equal(ContractLifecycle.Create().Key, contract.GetRequiredService<LifecycleMachine>().Definition.Key);
    }

    /// <summary>One class and one line, and it takes part in a validation beside the library's own.</summary>
    [Fact]
    public void A_recommender_of_ones_own_takes_part_in_a_validation()
    {
        using ServiceProvider host = Host(cv => cv.AddRecommender<Alphabetical>("alphabetical").AddRecommender("popularity", _ => new Alphabetical()));
        Assert.IsType<Alphabetical>(host.GetRequiredKeyedService<IRecommenderEstimator>("popularity"));
        Purchase[] purchases = [.. "abc".Select(product => Line("x", product, 1)), Line("y", 'a', 1), Line("y", 'b', 9)];
        RecommenderValidation validation = TemporalValidation.Run(purchases, new LocalDate(2024, 1, 5), new ValidationOptions
        {
            Candidates = [host.GetRequiredKeyedService<IRecommenderEstimator>("alphabetical"), host.GetRequiredKeyedService<IRecommenderEstimator>("cosine")],
            At = [1],
        });
        Assert.Equal(("alphabetical", 1.0), (validation.Chosen, validation.Scores[0].Recall[0]));

        static Purchase Line(string customer, char product, int day) => new() { Customer = new CustomerId(customer), Product = product.ToString(), Date = new LocalDate(2024, 1, day), Amount = 1 };
    }

    [Fact]
    public void The_appraiser_is_one_for_all()
    {
        using ServiceProvider host = Host();
        using IServiceScope scope = host.CreateScope();
        Assert.Same(host.GetRequiredService<Appraiser>(), scope.ServiceProvider.GetRequiredService<Appraiser>());
    }

    [Fact]
    public void A_part_of_ones_own_is_one_line()
    {
        using ServiceProvider host = Host(cv => cv.AddSegmentation<FirstLetter>("mine"));
        Assert.IsType<FirstLetter>(host.GetRequiredKeyedService<ISegmentationStrategy>("mine"));
        Assert.Equal([.. DefaultSegmentations.Names, "first-letter"], host.GetServices<ISegmentationStrategy>().Select(part => part.Name));
    }

    [Fact]
    public void Every_kind_of_part_can_be_added_and_chosen()
    {
        using ServiceProvider host = Host(cv => cv
            .AddPurchaseModel<Unfinished>("p").UsePurchaseModel("p")
            .AddSpendModel<Unfinished>("s").UseSpendModel("s")
            .AddSegmentation<FirstLetter>("g").UseSegmentation("g")
            .AddContribution<Unfinished>("c").UseContribution("c"));
        CustomerValueOptions chosen = host.GetRequiredService<IOptions<CustomerValueOptions>>().Value;

        Assert.Equal(["p", "s", "g", "c"], [chosen.PurchaseModel, chosen.SpendModel, chosen.Segmentation, chosen.Contribution]);
        Assert.NotNull(host.GetRequiredService<Appraiser>());
    }

    [Fact]
    public void An_instance_made_beforehand_is_a_line_too()
    {
        FirstLetter mine = new();
        Unfinished other = new();
        using ServiceProvider host = Host(cv => cv
            .AddSegmentation("mine", _ => mine)
            .AddPurchaseModel("p", _ => other)
            .AddSpendModel("s", _ => other)
            .AddContribution("c", _ => other));
        Assert.Same(mine, host.GetRequiredKeyedService<ISegmentationStrategy>("mine"));
        Assert.Same(other, host.GetRequiredKeyedService<IPurchaseModelEstimator>("p"));
        Assert.Same(other, host.GetRequiredKeyedService<ISpendModelEstimator>("s"));
        Assert.Same(other, host.GetRequiredKeyedService<IContributionCalculator>("c"));
    }

    [Fact]
    public void The_container_gives_a_part_what_it_needs()
    {
        using ServiceProvider host = Host(cv => cv.AddSegmentation<Needy>("needy").Services.AddSingleton<Table>());
        Assert.Same(host.GetRequiredService<Table>(), Assert.IsType<Needy>(host.GetRequiredKeyedService<ISegmentationStrategy>("needy")).Table);
    }

    [Fact]
    public void A_part_whose_needs_are_not_met_is_found_when_the_host_is_built() =>
        Assert.Contains(nameof(Table), Assert.Throws<AggregateException>(() => Host(cv => cv.AddSegmentation<Needy>("needy"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_part_that_would_capture_a_scoped_service_is_found_when_the_host_is_built() =>
        Assert.Contains("scoped", Assert.Throws<AggregateException>(() => Host(cv => cv.AddSegmentation<Needy>("needy").Services.AddScoped<Table>())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_name_registered_again_replaces_what_it_named()
    {
        using ServiceProvider host = Host(cv => cv.AddSegmentation<FirstLetter>("rfm").AddPurchaseModel<BgNbdEstimator>("mbg-nbd"));
        Assert.DoesNotContain(host.GetServices<ISegmentationStrategy>(), part => part.Name == "rfm");
        Assert.IsType<FirstLetter>(Assert.Single(host.GetKeyedServices<ISegmentationStrategy>("rfm")));
        Assert.IsType<BgNbdEstimator>(Assert.Single(host.GetKeyedServices<IPurchaseModelEstimator>("mbg-nbd")));
        Assert.DoesNotContain(host.GetServices<IPurchaseModelEstimator>(), part => part.Name == "mbg-nbd");
    }

    [Fact]
    public void Calling_it_twice_is_harmless_and_takes_nothing_back()
    {
        ServiceCollection services = [];
        services.AddCustomerValue(cv => cv.AddSegmentation<FirstLetter>("rfm").AddSegmentation<RfmStrategy>("mine").UseSegmentation("mine"));
        int registrations = services.Count;
        services.AddCustomerValue();
        Assert.Equal(registrations, services.Count);

        services.AddCustomerValue(cv => cv.UsePurchaseModel("bg-nbd"));
        using ServiceProvider host = services.BuildServiceProvider(Strict);
        Assert.IsType<FirstLetter>(host.GetRequiredKeyedService<ISegmentationStrategy>("rfm"));
        Assert.Equal("mine", host.GetRequiredService<IOptions<CustomerValueOptions>>().Value.Segmentation);
        Assert.Equal("bg-nbd", host.GetRequiredService<IOptions<CustomerValueOptions>>().Value.PurchaseModel);
        Assert.NotNull(host.GetRequiredService<Appraiser>());
    }

    [Fact]
    public void The_appraiser_takes_the_part_and_the_options_that_were_chosen()
    {
        using ServiceProvider host = Host(cv => cv
            .AddSegmentation<FirstLetter>("mine")
            .UseSegmentation("mine")
            .UsePurchaseModel("bg-nbd")
            .Configure(options => options.Appraisal = new AppraisalOptions { HorizonMonths = 24 }));
        CustomerAppraisal appraisal = host.GetRequiredService<Appraiser>().Appraise(SmallShop.Customers());

        Assert.Equal("bg-nbd", appraisal.PurchaseModel.Name);
        Assert.Equal(24, appraisal.Options.HorizonMonths);
        Assert.All(Enumerable.Range(0, appraisal.Count).Select(row => appraisal[row]), card =>
        {
            Assert.Equal(card.Customer.Value[0] <= 'm' ? "a–m" : "n–z", card.Segment.Key);
            Assert.Equal($"{card.Customer} begins so.", card.SegmentReason.English);
        });
    }

    [Fact]
    public void Contribution_in_full_by_its_name_gives_cards_their_net_contribution_in_parts()
    {
        LocalDate day = new(2025, 6, 30);
        ContributionData data = new()
        {
            Sales = SmallShop.Purchases(),
            Services = [new ServiceRecord { Customer = new CustomerId("a0"), Date = day, Activity = "visit", Quantity = 3 }],
            SharedCosts = [new SharedCost { Key = "rent", Name = new LocalizedText("Rent", "租金"), Date = day, Amount = 1000 }],
        };
        FullContributionOptions options = new() { Activities = [new ActivityDefinition { Key = "visit", Name = new LocalizedText("Visits", "拜访"), Rate = 40 }] };
        CustomerBase customers = SmallShop.Customers();
        using ServiceProvider host = Host(cv => cv.AddContribution("full", _ => new FullContributionCalculator(data, options)).UseContribution("full"));
        CustomerAppraisal appraisal = host.GetRequiredService<Appraiser>().Appraise(customers);

        Assert.True(appraisal.Contribution.IsNet);
        Assert.Equal(appraisal.Contribution.Revenue.ToArray().Sum() - data.Sales.Sum(line => line.Cost) - 120 - 1000, appraisal.Contribution.Total);
        for (int row = 0; row < appraisal.Count; row++)
        {
            ContributionCard card = appraisal[row].Contribution;
            Assert.Equal(["Gross sales", "Returns", "Cost of goods", "Visits", "Rent"], card.Parts.Select(part => part.Name.English));
            Assert.Equal(appraisal.Contribution.Value[row], card.Parts.Sum(part => part.Amount.Amount));
            Assert.Equal(customers.Customer(row).Value == "a0" ? -120 : 0, card.Parts[3].Amount.Amount);
            Assert.StartsWith("Gave a net contribution of ", card.Reason.English, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Options_of_a_call_go_before_those_of_the_host()
    {
        using ServiceProvider host = Host(cv => cv.Configure(options => options.Appraisal = new AppraisalOptions { HorizonMonths = 24 }));
        Assert.Equal(6, host.GetRequiredService<Appraiser>().Appraise(SmallShop.Customers(), new AppraisalOptions { HorizonMonths = 6 }).Options.HorizonMonths);
    }

    [Fact]
    public void Thresholds_and_kappa_of_the_host_are_those_of_its_appraiser_and_of_the_strategy()
    {
        using ServiceProvider host = Host(cv => cv.AlsoSegment("three-values").Configure(options => (options.ThreeValues, options.Kappa) = (new() { Potential = ThreeValueCut.AtMoney(30) }, 0.1)));
        CustomerBase shop = SmallShop.Customers();
        CustomerAppraisal appraisal = host.GetRequiredService<Appraiser>().Appraise(shop, sources: new ValueSources { Upside = KnownUpside.OfEverySecond(shop) });

        Assert.Equal(0.1, appraisal.Potential!.Kappa);
        Assert.Equal(30, appraisal.ThreeValues!.Segmentation.Thresholds.Potential.Money);
        Assert.Equal(30, Assert.IsType<ThreeValueSegmentation>(appraisal.FurtherSegmentations[0].Segmentation).Thresholds.Potential.Money);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_part_without_a_name_is_refused(string? name) => Assert.Throws<ArgumentException>(() => Host(cv => cv.AddSegmentation<FirstLetter>(name!)));

    [Fact]
    public void A_part_without_a_maker_is_refused() => Assert.Throws<ArgumentNullException>(() => Host(cv => cv.AddSegmentation("mine", null!)));

    private static ServiceProvider Host(Action<CustomerValueBuilder>? configure = null) => new ServiceCollection().AddCustomerValue(configure).BuildServiceProvider(Strict);

    private static void AssertNamed<TPart>(ServiceProvider host, Func<TPart, string> name, params string[] names)
        where TPart : class
    {
        foreach (string key in names)
        {
            Assert.Equal(key, name(host.GetRequiredKeyedService<TPart>(key)));
            Assert.Contains(host.GetRequiredKeyedService<TPart>(key), host.GetServices<TPart>());
        }

        Assert.Equal(names, host.GetServices<TPart>().Select(name));
    }
}
