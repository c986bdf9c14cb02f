using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CustomerValue.Tool.Arguments;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampleCommand : Command
{
    public ExampleCommand(string name, string description, string example, bool isRoot = false)
        : base(name, description)
    {
        Options.Add(new HelpOption { Action = new HelpWithExample(example) });
        if (isRoot)
            Options.Add(new VersionOption());
    }

    /// <summary>What the command does; the result is the exit code.</summary>
    public ExampleCommand Does(Func<ParseResult, CancellationToken, int> run)
    {
        SetAction((call, cancellation) => Task.FromResult(run(call, cancellation)));
        return this;
    }

    /// <summary>Takes further options.</summary>
    public ExampleCommand With(IEnumerable<Option> options)
    {
        foreach (Option option in options)
            Options.Add(option);
        return this;
    }

    private sealed class HelpWithExample(string example) : SynchronousCommandLineAction
    {
        private readonly HelpAction help = new();

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = help.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(example.Contains('\n', StringComparison.Ordinal) ? "Examples:" : "Example:");
            foreach (string line in example.Split('\n'))
                output.WriteLine($"  {line.Trim()}");
            output.WriteLine();
            return code;
        }
    }
}
