using BenchmarkDotNet.Running;
using CustomerValue.Benchmarks;

// "export FOLDER" writes what the peers need; anything else is for BenchmarkDotNet, such as "--filter *".
if (args is ["export", string folder])
    Export.Write(folder);
else
    BenchmarkSwitcher.FromAssembly(typeof(Sizes).Assembly).Run(args);
