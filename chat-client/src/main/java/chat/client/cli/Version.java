package chat.client.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build put into the jar. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"chat-client " + (version == null ? "(not packaged)" : version)};
    }
}
