using System.Reflection;
using System.Reflection.Emit;

namespace CustomerValue.Tests.DesignRules;

/// <summary>Everything an assembly's code mentions, read from its signatures and from the instructions of its methods.</summary>
internal static class CodeReader
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Every type and member that a type written by a person mentions, in it or in what the compiler made of it.</summary>
    public static ILookup<Type, MemberInfo> Read(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => Mentioned(type).Select(mentioned => (Owner: House.Outermost(type), mentioned)))
        .Distinct()
        .ToLookup(pair => pair.Owner, pair => pair.mentioned);

    private static IEnumerable<MemberInfo> Mentioned(Type type)
    {
        IEnumerable<Type?> heirs = [type.BaseType, .. type.GetInterfaces()];
        IEnumerable<MemberInfo> bodies = type.GetMembers(Declared).OfType<MethodBase>().SelectMany(Body);
        return heirs.OfType<Type>().Concat(type.GetMembers(Declared)).Concat(bodies).SelectMany(Parts);
    }

    /// <summary>A member with the types of its signature, each taken apart into its generic definition and arguments.</summary>
    private static IEnumerable<MemberInfo> Parts(MemberInfo member) => member switch
    {
        Type type => TypeParts(type),
        FieldInfo field => [field, .. TypeParts(field.DeclaringType), .. TypeParts(field.FieldType)],
        MethodInfo method => [method, .. TypeParts(method.DeclaringType), .. TypeParts(method.ReturnType), .. Parameters(method), .. method.GetGenericArguments().SelectMany(TypeParts)],
        MethodBase constructor => [constructor, .. TypeParts(constructor.DeclaringType), .. Parameters(constructor)],
        _ => [],
    };

    private static IEnumerable<Type> Parameters(MethodBase method) => method.GetParameters().SelectMany(parameter => TypeParts(parameter.ParameterType));

    private static IEnumerable<Type> TypeParts(Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return [];
        if (type.HasElementType)
            return TypeParts(type.GetElementType());
        return type.IsConstructedGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(TypeParts)] : [type];
    }

    private static IEnumerable<MemberInfo> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            return [];
        IEnumerable<Type?> caught = body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType);
        return body.LocalVariables.Select(local => local.LocalType).Concat(caught).OfType<Type>().Concat(Instructions(method, body.GetILAsByteArray()!));
    }

    private static IEnumerable<MemberInfo> Instructions(MethodBase method, byte[] code)
    {
        Type[]? ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        int at = 0;
        while (at < code.Length)
        {
            // 0xFE begins the opcodes of two bytes.
            OpCode instruction = OpCodes[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            at += OperandLength(instruction.OperandType, code, at);
        }
    }

    private static int OperandLength(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
