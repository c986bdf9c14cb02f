using CustomerValue.Appraisal;
using CustomerValue.DependencyInjection;
using CustomerValue.Segmentation.ThreeValues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerValue.Tests.DependencyInjection;

public sealed class CustomerValueOptionsTests
{
    /// <summary>Two names and three numbers are wrong; one message names them all.</summary>
    private static readonly string[] Failures =
    [
        "PurchaseModel: 'pareto' is not registered; registered: bg-bb, bg-cnbd-k, bg-nbd, ggom-nbd, mbg-cnbd-k, mbg-nbd, nbd, pareto-ggg, pareto-nbd, pareto-nbd-abe, pareto-nbd-correlated, pareto-nbd-hb.",
        $"Segmentation: '' is not registered; registered: {DefaultSegmentations.With("mine")}.",
        $"FurtherSegmentations: 'horoscope' is not registered; registered: {DefaultSegmentations.With("mine")}.",
        "Appraisal.HorizonMonths: '0' is not in (0, 1200]; 12 is a year.",
        "Appraisal.DiscountRate: '-0.1' is not in [0, 10]; 0.10 is 10 % a year.",
        "Appraisal.IntervalLevel: 'NaN' is not in (0, 1); 0.90 covers nine of ten outcomes.",
    ];

    [Fact]
    public void Every_problem_is_named_when_the_appraiser_is_asked_for()
    {
        using ServiceProvider host = Wrong();
        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(host.GetRequiredService<Appraiser>);
        Assert.Equal(Failures, refused.Failures);
        Assert.Equal(string.Join("; ", Failures), refused.Message);
    }

    [Fact]
    public void Every_problem_is_named_when_a_host_starts()
    {
        using ServiceProvider host = Wrong();
        Assert.Equal(Failures, Assert.Throws<OptionsValidationException>(host.GetRequiredService<IStartupValidator>().Validate).Failures);
    }

    [Fact]
    public void Options_left_out_are_refused()
    {
        using ServiceProvider host = new ServiceCollection().AddCustomerValue(cv => cv.Configure(options => options.Appraisal = null!)).BuildServiceProvider();
        Assert.Equal("Appraisal: is null; leave it out for the defaults.", Assert.Throws<OptionsValidationException>(host.GetRequiredService<Appraiser>).Message);
    }

    [Fact]
    public void Three_values_and_kappa_are_checked_with_the_rest()
    {
        using ServiceProvider host = new ServiceCollection().AddCustomerValue(cv => cv.Configure(options => (options.ThreeValues, options.Kappa) = (new() { Potential = ThreeValueCut.AtPercentile(1) }, 2))).BuildServiceProvider();
        Assert.Equal(
            ["ThreeValues.Potential: '1' is no percentile in (0, 1); 0.8 makes the upper fifth high.", "Kappa: '2' is not in [0, 1]; 0.1 counts a tenth of the upside as won."],
            Assert.Throws<OptionsValidationException>(host.GetRequiredService<Appraiser>).Failures);
        using ServiceProvider none = new ServiceCollection().AddCustomerValue(cv => cv.Configure(options => options.ThreeValues = null!)).BuildServiceProvider();
        Assert.Equal("ThreeValues: are null; leave them out for the defaults.", Assert.Throws<OptionsValidationException>(none.GetRequiredService<Appraiser>).Message);
    }

    [Fact]
    public void The_options_system_configures_too()
    {
        using ServiceProvider host = new ServiceCollection()
            .AddCustomerValue()
            .Configure<CustomerValueOptions>(options => options.PurchaseModel = "bg-nbd")
            .BuildServiceProvider();
        Assert.Equal("bg-nbd", host.GetRequiredService<IOptions<CustomerValueOptions>>().Value.PurchaseModel);
    }

    private static ServiceProvider Wrong() => new ServiceCollection()
        .AddCustomerValue(cv => cv
            .AddSegmentation<FirstLetter>("mine")
            .UsePurchaseModel("pareto")
            .UseSegmentation("")
            .AlsoSegment("mine", "horoscope")
            .Configure(options => options.Appraisal = new AppraisalOptions { HorizonMonths = 0, DiscountRate = -0.1, IntervalLevel = double.NaN }))
        .BuildServiceProvider();
}
