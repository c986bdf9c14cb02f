using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue;

/// <summary>The likelihood of a population, which also tells what it was without the penalty.</summary>
internal interface IPopulationLikelihood : IObjective
{
    /// <summary>The log-likelihood alone, summed over customers, at the last point evaluated.</summary>
    double LogLikelihood { get; }
}

/// <summary>What a fit starts from: the distinct histories of a checked population.</summary>
/// <param name="Histories">At least one, with a weight above 0.</param>
/// <param name="Customers">Sum of the weights.</param>
/// <param name="TimeScale">The largest age, &gt; 0.</param>
/// <param name="MeanAge">The mean age, &gt; 0.</param>
/// <param name="Penalizer">c of the ridge penalty.</param>
internal sealed record Population(DistinctHistories Histories, double Customers, double TimeScale, double MeanAge, double Penalizer);

/// <summary>What a model of purchases says of itself to be fitted by maximum likelihood on the logs of its parameters, all &gt; 0.</summary>
internal sealed record HistoryFit
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>The names of its parameters.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>What is wrong with the rows beyond what every model demands.</summary>
    public Func<SummaryColumns, IEnumerable<DataProblem>> Problems { get; init; } = _ => [];

    /// <summary>The likelihood of a population, penalised and as a mean, by the logs of the parameters.</summary>
    public required Func<Population, IPopulationLikelihood> Likelihood { get; init; }

    /// <summary>Logs of the parameters to start from, best first.</summary>
    public required Func<Population, double[][]> Starts { get; init; }

    /// <summary>The model of the parameters.</summary>
    public required Func<double[], PurchaseModel> Model { get; init; }

    /// <summary>What a direction without end, and the parameters where it was left, say of the customers.</summary>
    public required Func<double[], double[], LocalizedText> Meaning { get; init; }

    /// <summary>What else a reader should know, given population, parameters and whether the fit converged.</summary>
    public Func<Population, double[], bool, IReadOnlyList<LocalizedText>> Warnings { get; init; } = (_, _, _) => [];

    /// <summary>How the likelihood is climbed from the starts, given customers and iterations.</summary>
    public Func<IObjective, double, IReadOnlyList<double[]>, int, CancellationToken, LikelihoodFit> Climb { get; init; } =
        (likelihood, customers, starts, maxIterations, cancellationToken) => LikelihoodFit.Run(likelihood, customers, starts, maxIterations, cancellationToken);

    /// <summary>Fits.</summary>
    /// <exception cref="DataRejectedException">No customers, or options out of range.</exception>
    public FitResult<PurchaseModel> Fit(SummaryColumns columns, FitOptions? options, CancellationToken cancellationToken)
    {
        options ??= new FitOptions();
        Population population = Check(columns, options, [.. Problems(columns), .. ParameterCheck.Start(options.Start, Names)]);
        IPopulationLikelihood likelihood = Likelihood(population);
        List<double[]> starts = [.. Starts(population)];
        if (options.Start is { } warm)
            starts.Insert(0, Names.Select(name => Math.Log(warm.First(parameter => parameter.Name == name).Value)).ToArray());
        LikelihoodFit fit = Climb(likelihood, population.Customers, starts, options.MaxIterations, cancellationToken);
        int n = Names.Count;
        likelihood.Evaluate(fit.Maximum.X, new double[n], new double[n, n]);
        double[] theta = fit.Parameters;
        FitReport report = FitReports.Of(Name, Names, fit, population.Customers, population.Histories.Count, likelihood.LogLikelihood, Meaning, Warnings(population, theta, fit.Converged));
        return new FitResult<PurchaseModel> { Model = Model(theta), Report = report };
    }

    /// <summary>The population of columns that can be fitted.</summary>
    /// <exception cref="DataRejectedException">No customers, or options out of range; the problems that only the model sees are named with them.</exception>
    public static Population Check(SummaryColumns columns, FitOptions options, IEnumerable<DataProblem> own)
    {
        List<DataProblem> problems = ColumnCheck.ForFit(columns, options);
        if (columns.Count == 0)
            problems.Add(new DataProblem { Message = "There are no customers to fit; give at least one summary." });
        problems.AddRange(own);
        if (problems.Count > 0)
            throw new DataRejectedException(problems);

        DistinctHistories histories = DistinctHistories.Of(columns, options.Weights?.ToArray());
        double customers = histories.Weight.Sum();
        double timeScale = histories.Count == 0 ? 0 : histories.Age.Max();
        if (!(customers > 0) || !(timeScale > 0))
            throw new DataRejectedException(new DataProblem { Field = "age", Message = "No customer with a weight above 0 was observed for any time; take a later end of observation." });
        double meanAge = histories.Age.Zip(histories.Weight, (age, weight) => age * weight).Sum() / customers;
        return new Population(histories, customers, timeScale, meanAge, options.Penalizer);
    }
}
