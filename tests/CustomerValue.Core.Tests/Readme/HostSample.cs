using CustomerValue.Appraisal;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerValue.Tests.Readme;

internal static class HostSample
{
    public static ServiceProvider Run(ServiceCollection services)
    {
        // sample
        services.AddCustomerValue(cv => cv
            .AddSegmentation<Newcomers>("newcomers")
            .UseSegmentation("newcomers")
            .Configure(options => options.Appraisal = new AppraisalOptions { HorizonMonths = 24 }));
        // end of sample
        return services.BuildServiceProvider();
    }
}
