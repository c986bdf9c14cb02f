using CustomerValue.Validation;
using Microsoft.Extensions.Options;

namespace CustomerValue.DependencyInjection;

/// <summary>Adapts <see cref="CustomerValueOptions.Validate"/> to the options system: every problem is one failure.</summary>
internal sealed class CustomerValueOptionsCheck : IValidateOptions<CustomerValueOptions>
{
    private readonly RegisteredPart[] registered;

    public CustomerValueOptionsCheck(IEnumerable<RegisteredPart> registered) => this.registered = registered.ToArray();

    public ValidateOptionsResult Validate(string? name, CustomerValueOptions options)
    {
        IReadOnlyList<DataProblem> problems = options.Validate(registered);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Select(problem => problem.ToString()));
    }
}
