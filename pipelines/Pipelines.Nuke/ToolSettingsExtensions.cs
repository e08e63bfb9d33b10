namespace Pipelines.Nuke;

/// <summary>NUKE's words for what the settings of all commands share; each gives a changed copy.</summary>
public static class ToolSettingsExtensions
{
    /// <inheritdoc cref="ToolSettings.ProcessWorkingDirectory"/>
    public static T SetProcessWorkingDirectory<T>(this T settings, AbsolutePath? folder)
        where T : ToolSettings => (T)((ToolSettings)settings with { ProcessWorkingDirectory = folder });

    /// <summary>One variable for the command; null removes it.</summary>
    public static T SetProcessEnvironmentVariable<T>(this T settings, string name, string? value)
        where T : ToolSettings => (T)((ToolSettings)settings with { ProcessEnvironmentVariables = settings.ProcessEnvironmentVariables.SetItem(name, value) });

    /// <inheritdoc cref="SetProcessEnvironmentVariable"/>
    public static T AddProcessEnvironmentVariable<T>(this T settings, string name, string? value)
        where T : ToolSettings => settings.SetProcessEnvironmentVariable(name, value);

    /// <inheritdoc cref="ToolSettings.ProcessExecutionTimeout"/>
    public static T SetProcessExecutionTimeout<T>(this T settings, TimeSpan? limit)
        where T : ToolSettings => (T)((ToolSettings)settings with { ProcessExecutionTimeout = limit });

    /// <summary>The process tree is killed after so many milliseconds.</summary>
    public static T SetProcessExecutionTimeout<T>(this T settings, int milliseconds)
        where T : ToolSettings => settings.SetProcessExecutionTimeout(TimeSpan.FromMilliseconds(milliseconds));

    /// <inheritdoc cref="ToolSettings.ProcessOutputLogging"/>
    public static T EnableProcessOutputLogging<T>(this T settings)
        where T : ToolSettings => (T)((ToolSettings)settings with { ProcessOutputLogging = true });

    /// <summary>The output is kept for the caller but not logged.</summary>
    public static T DisableProcessOutputLogging<T>(this T settings)
        where T : ToolSettings => (T)((ToolSettings)settings with { ProcessOutputLogging = false });

    /// <inheritdoc cref="ToolSettings.ProcessAdditionalArguments"/>
    public static T AddProcessAdditionalArguments<T>(this T settings, params IEnumerable<string> arguments)
        where T : ToolSettings => (T)((ToolSettings)settings with { ProcessAdditionalArguments = [.. settings.ProcessAdditionalArguments, .. arguments] });

    /// <summary>Settings from settings, as a function of its own.</summary>
    public static T Apply<T>(this T settings, Configure<T>? configurator)
        where T : ToolSettings => configurator is null ? settings : configurator(settings);

    /// <summary>Settings for each of the values.</summary>
    public static IEnumerable<T> CombineWith<T, TValue>(this T settings, IEnumerable<TValue> values, Func<T, TValue, T> configure)
        where T : ToolSettings => values.Select(value => configure(settings, value));

    /// <summary>Settings for each of the settings and each of the values.</summary>
    public static IEnumerable<T> CombineWith<T, TValue>(this IEnumerable<T> settings, IEnumerable<TValue> values, Func<T, TValue, T> configure)
        where T : ToolSettings => settings.SelectMany(one => one.CombineWith(values, configure));
}
