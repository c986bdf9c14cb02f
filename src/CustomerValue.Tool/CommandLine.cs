using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using CustomerValue.Storage;
using CustomerValue.Tool.Arguments;
using CustomerValue.Tool.Commands;
using CustomerValue.Tool.Output;
using CustomerValue.Validation;

namespace CustomerValue.Tool;

/// <summary>The whole command: what it offers, and how a run ends.</summary>
public static class CommandLine
{
    /// <summary>Everything asked for was done.</summary>
    public const int Done = 0;

    /// <summary>The data or the model was refused, a file could not be read or written, or the run was cancelled; nothing was written.</summary>
    public const int Refused = 1;

    /// <summary>The call was wrong; nothing was read.</summary>
    public const int WrongCall = 2;

    private static readonly ExampleCommand Root = new ExampleCommand("customer-value", "Customer segmentation, lifetime value and value cards from a file of purchases.", "customer-value report --purchases purchases.csv --out report", isRoot: true)
    {
        ReportCommand.Command,
        SummarizeCommand.Command,
        FitCommand.Command,
        ScoreCommand.Command,
        EvaluateCommand.Command,
        SegmentCommand.Command,
        PotentialCommand.Command,
        InfluenceCommand.Command,
        LifecycleCommand.Command,
        LoyaltyCommand.Command,
    };

    /// <summary>Runs one call.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Results, and nothing else.</param>
    /// <param name="error">Errors, warnings and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        // "@" may begin a column's name, so it must not mean "read arguments from a file".
        ParseResult call = Root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (call.Errors.Count > 0)
            return Report(call.Errors.Select(problem => problem.Message), call, error);

        try
        {
            return await call.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
        }
        catch (WrongCallException wrong)
        {
            return Report(wrong.Problems, call, error);
        }
        catch (DataRejectedException refusal)
        {
            Warnings.Print(error, refusal.Problems, refusal.Count);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Cancelled; nothing was written.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or StoreException or DbException)
        {
            error.WriteLine(failure.Message.ReplaceLineEndings(" "));
        }

        return Refused;
    }

    private static int Report(IEnumerable<string> problems, ParseResult call, TextWriter error)
    {
        foreach (string problem in problems)
            error.WriteLine(problem.ReplaceLineEndings(" "));
        Stack<string> path = new();
        for (SymbolResult? part = call.CommandResult; part is CommandResult command; part = command.Parent)
            path.Push(command.Command.Name);
        error.WriteLine($"See {string.Join(' ', path)} --help.");
        return WrongCall;
    }
}
