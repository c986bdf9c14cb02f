using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Commands;

/// <summary>Profiles and answers to a survey as one profile a customer.</summary>
internal static class JoinedProfiles
{
    /// <summary>The customers of both, those of the first file first.</summary>
    /// <param name="customers">Profiles.</param>
    /// <param name="answers">Answers to a survey.</param>
    /// <param name="surveys">The survey's file, for problems.</param>
    public static IReadOnlyList<CustomerProfile> Of(IReadOnlyList<CustomerProfile> customers, IReadOnlyList<CustomerProfile> answers, string? surveys)
    {
        if (customers.Count == 0 || answers.Count == 0)
            return customers.Count > 0 ? customers : answers;
        Dictionary<CustomerId, CustomerProfile> answered = answers.ToDictionary(profile => profile.Customer);
        string[] twice = [.. customers.SelectMany(profile => profile.Attributes.Keys).Distinct().Intersect(answers.SelectMany(profile => profile.Attributes.Keys)).Order()];
        if (twice.Length > 0)
            throw new DataRejectedException([.. twice.Select(name => new DataProblem { Source = surveys, Field = name, Message = "is a column of the customers too; give one of the two another name." })]);
        HashSet<CustomerId> known = [.. customers.Select(profile => profile.Customer)];
        return
        [
            .. customers.Select(profile => answered.TryGetValue(profile.Customer, out CustomerProfile? more)
                ? profile with { Attributes = profile.Attributes.Concat(more.Attributes).ToDictionary() }
                : profile),
            .. answers.Where(profile => !known.Contains(profile.Customer)),
        ];
    }
}
